/** Tasks that run when something is due, and pauses. */
@NullMarked
package org.parley.realtime.task;

import org.jspecify.annotations.NullMarked;
