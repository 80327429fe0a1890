/** Threads: their rules, storage, numbering and access control. */
@NullMarked
package org.parley.forum.thread;

import org.jspecify.annotations.NullMarked;
