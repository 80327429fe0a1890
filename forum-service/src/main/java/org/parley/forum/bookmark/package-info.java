/** The stored bookmarks of threads and posts, private to each member. */
@NullMarked
package org.parley.forum.bookmark;

import org.jspecify.annotations.NullMarked;
