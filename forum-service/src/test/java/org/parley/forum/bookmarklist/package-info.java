/** Tests of bookmarks. */
@NullMarked
package org.parley.forum.bookmarklist;

import org.jspecify.annotations.NullMarked;
