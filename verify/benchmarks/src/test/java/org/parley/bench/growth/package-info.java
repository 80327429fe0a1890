/** Measures starts, and how costs grow. */
@NullMarked
package org.parley.bench.growth;

import org.jspecify.annotations.NullMarked;
