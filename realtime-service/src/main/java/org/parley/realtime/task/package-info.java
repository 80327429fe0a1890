/** Tasks that run when something is due, and not in between. */
@NullMarked
package org.parley.realtime.task;

import org.jspecify.annotations.NullMarked;
