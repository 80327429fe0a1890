/**
 * The way to the services: outgoing headers, time limits, circuit breakers.
 */
@NullMarked
package org.parley.gateway.backend;

import org.jspecify.annotations.NullMarked;
