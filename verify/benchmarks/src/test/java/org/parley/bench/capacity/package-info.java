/** How many machines a day needs, from measured costs. */
@NullMarked
package org.parley.bench.capacity;

import org.jspecify.annotations.NullMarked;
