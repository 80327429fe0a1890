/** Tests of bookmarks. */
@NullMarked
package org.parley.forum.bookmark;

import org.jspecify.annotations.NullMarked;
