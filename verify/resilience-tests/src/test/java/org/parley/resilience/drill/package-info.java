/** Drills: faults in a running Parley under load, and the check that nothing was lost. */
@NullMarked
package org.parley.resilience.drill;

import org.jspecify.annotations.NullMarked;
