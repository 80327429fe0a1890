/**
 * Revoked access tokens: of ended sessions, and of people who were banned or have other
 * roles.
 */
@NullMarked
package org.parley.platform.security.revocation;

import org.jspecify.annotations.NullMarked;
