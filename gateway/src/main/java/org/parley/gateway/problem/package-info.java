/** Problem documents of the gateway (RFC 9457). */
@NullMarked
package org.parley.gateway.problem;

import org.jspecify.annotations.NullMarked;
