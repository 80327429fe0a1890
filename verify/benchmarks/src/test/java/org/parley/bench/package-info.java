/** Benchmarks of a running Parley and their reports. */
@NullMarked
package org.parley.bench;

import org.jspecify.annotations.NullMarked;
