/** Faults of processes that run and say nothing. */
@NullMarked
package org.parley.resilience.drill.still;

import org.jspecify.annotations.NullMarked;
