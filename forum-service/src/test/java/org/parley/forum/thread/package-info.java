/** Tests of threads. */
@NullMarked
package org.parley.forum.thread;

import org.jspecify.annotations.NullMarked;
