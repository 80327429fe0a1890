/** Members save bookmarks of threads and posts, and list them. */
@NullMarked
package org.parley.forum.bookmarklist;

import org.jspecify.annotations.NullMarked;
