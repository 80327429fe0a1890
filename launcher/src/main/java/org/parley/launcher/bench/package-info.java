/** Benchmarks of a running Parley and their reports. */
@NullMarked
package org.parley.launcher.bench;

import org.jspecify.annotations.NullMarked;
