/** Calls the services: headers, timeouts, load balancing, circuit breakers. */
@NullMarked
package org.parley.gateway.backend;

import org.jspecify.annotations.NullMarked;
