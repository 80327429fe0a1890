/** The first span of a request. */
@NullMarked
package org.parley.gateway.trace;

import org.jspecify.annotations.NullMarked;
