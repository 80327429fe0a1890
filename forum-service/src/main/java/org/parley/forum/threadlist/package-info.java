/** Lists of threads: by every order and filter, for every audience. */
@NullMarked
package org.parley.forum.threadlist;

import org.jspecify.annotations.NullMarked;
