/**
 * Tests of what refuses revoked tokens.
 */
@NullMarked
package org.parley.gateway.revocation;

import org.jspecify.annotations.NullMarked;
