/** Pages of posts in a thread, by number or as a tree. */
@NullMarked
package org.parley.forum.postpage;

import org.jspecify.annotations.NullMarked;
