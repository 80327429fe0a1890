/** What feed promises. */
@NullMarked
package org.parley.forum.feed;

import org.jspecify.annotations.NullMarked;
