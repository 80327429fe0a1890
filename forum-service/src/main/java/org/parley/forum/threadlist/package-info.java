/** Lists of threads with sort orders and filters. */
@NullMarked
package org.parley.forum.threadlist;

import org.jspecify.annotations.NullMarked;
