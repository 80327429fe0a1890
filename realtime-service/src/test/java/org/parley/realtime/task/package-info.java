/** Tests of tasks without waiting. */
@NullMarked
package org.parley.realtime.task;

import org.jspecify.annotations.NullMarked;
