package org.parley.realtime.revocation;

import org.jspecify.annotations.Nullable;

/**
 * Which tokens count no more, as auth-service tells it outside of events: those of one
 * session, or those of a person with a lower version.
 *
 * @param sid the session, unless a person's tokens are meant
 * @param userId the person, unless a session is meant
 * @param ver the lowest version of that person that counts
 */
record SocketRevocation(@Nullable String sid, @Nullable String userId, @Nullable Long ver) {
}
