/** The faults that drills inject. */
@NullMarked
package org.parley.resilience.drill.fault;

import org.jspecify.annotations.NullMarked;
