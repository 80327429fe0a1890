/** Compares two builds in one run. */
@NullMarked
package org.parley.bench.compare;

import org.jspecify.annotations.NullMarked;
