/** Verification of access tokens. */
@NullMarked
package org.parley.gateway.token;

import org.jspecify.annotations.NullMarked;
