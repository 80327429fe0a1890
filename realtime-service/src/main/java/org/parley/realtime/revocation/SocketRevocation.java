package org.parley.realtime.revocation;

import org.jspecify.annotations.Nullable;

/**
 * A revocation as auth-service announces it besides events: it covers the tokens of one
 * session, or a user's tokens below a version.
 *
 * @param sid the revoked session, or null
 * @param userId the user whose tokens are revoked, or null
 * @param ver the user's lowest valid token version, or null
 */
record SocketRevocation(@Nullable String sid, @Nullable String userId, @Nullable Long ver) {
}
