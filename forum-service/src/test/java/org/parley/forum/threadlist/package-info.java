/** Tests of thread lists. */
@NullMarked
package org.parley.forum.threadlist;

import org.jspecify.annotations.NullMarked;
