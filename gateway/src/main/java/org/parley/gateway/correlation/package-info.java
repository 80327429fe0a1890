/** Correlation ids. */
@NullMarked
package org.parley.gateway.correlation;

import org.jspecify.annotations.NullMarked;
