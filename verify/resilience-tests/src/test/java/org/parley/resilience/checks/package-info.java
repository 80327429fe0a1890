/** Checks that accepted writes had their effects in the other services, exactly once. */
@NullMarked
package org.parley.resilience.checks;

import org.jspecify.annotations.NullMarked;
