/** Bookmarks: threads and posts that a person wants to find again. */
@NullMarked
package org.parley.forum.bookmark;

import org.jspecify.annotations.NullMarked;
