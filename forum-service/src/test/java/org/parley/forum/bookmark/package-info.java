/** What the package of the same name promises. */
@NullMarked
package org.parley.forum.bookmark;

import org.jspecify.annotations.NullMarked;
