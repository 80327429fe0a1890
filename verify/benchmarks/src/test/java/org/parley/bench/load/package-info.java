/** The load generator and its scenarios. */
@NullMarked
package org.parley.bench.load;

import org.jspecify.annotations.NullMarked;
