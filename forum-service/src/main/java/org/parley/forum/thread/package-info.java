/** Threads: what they are, what may become of them, and who may see them. */
@NullMarked
package org.parley.forum.thread;

import org.jspecify.annotations.NullMarked;
