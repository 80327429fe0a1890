/** Tests of thread events. */
@NullMarked
package org.parley.forum.thread.event;

import org.jspecify.annotations.NullMarked;
