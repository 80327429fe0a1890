/** Runs the benchmarks of single functions. */
@NullMarked
package org.parley.bench.micro;

import org.jspecify.annotations.NullMarked;
