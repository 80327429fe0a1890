/**
 * Access tokens that count no more although they have not expired: of sessions that ended
 * and of people who were banned or have another role.
 */
@NullMarked
package org.parley.gateway.revocation;

import org.jspecify.annotations.NullMarked;
