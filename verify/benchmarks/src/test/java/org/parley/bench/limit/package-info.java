/** Measures what the parts can do alone. */
@NullMarked
package org.parley.bench.limit;

import org.jspecify.annotations.NullMarked;
