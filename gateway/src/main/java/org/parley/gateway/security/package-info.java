/**
 * Response headers that protect browsers, and who may call from another origin.
 */
@NullMarked
package org.parley.gateway.security;

import org.jspecify.annotations.NullMarked;
