/** Programs that benchmarks run. */
@NullMarked
package org.parley.bench.process;

import org.jspecify.annotations.NullMarked;
