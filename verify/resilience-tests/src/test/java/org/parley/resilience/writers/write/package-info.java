/** The kinds of writes that drills make. */
@NullMarked
package org.parley.resilience.writers.write;

import org.jspecify.annotations.NullMarked;
