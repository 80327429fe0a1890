/** Lists of posts by author. */
@NullMarked
package org.parley.forum.postlist;

import org.jspecify.annotations.NullMarked;
