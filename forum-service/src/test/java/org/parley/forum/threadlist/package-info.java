/** Lists of threads, as different readers see them. */
@NullMarked
package org.parley.forum.threadlist;

import org.jspecify.annotations.NullMarked;
