/** Benchmarks of the whole system: writes until nothing is pending, idling, starting. */
@NullMarked
package org.parley.bench.system;

import org.jspecify.annotations.NullMarked;
