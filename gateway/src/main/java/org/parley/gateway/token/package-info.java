/**
 * Whose access token a request carries, verified once.
 */
@NullMarked
package org.parley.gateway.token;

import org.jspecify.annotations.NullMarked;
