/** Response times measured through the gateway. */
@NullMarked
package org.parley.bench.timing;

import org.jspecify.annotations.NullMarked;
