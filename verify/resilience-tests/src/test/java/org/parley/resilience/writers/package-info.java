/** Concurrent writers that repeat a request until it has a definite answer. */
@NullMarked
package org.parley.resilience.writers;

import org.jspecify.annotations.NullMarked;
