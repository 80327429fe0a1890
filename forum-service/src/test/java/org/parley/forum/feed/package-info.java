/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.feed;

import org.jspecify.annotations.NullMarked;
