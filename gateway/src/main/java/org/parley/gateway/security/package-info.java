/** Security headers and cross-origin requests. */
@NullMarked
package org.parley.gateway.security;

import org.jspecify.annotations.NullMarked;
