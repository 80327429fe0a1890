package org.parley.gateway.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What a verified access token says.
 *
 * @param subject whose it is
 * @param session the session that it belongs to, if any
 * @param version of the person's tokens
 * @param expires when it counts no more
 */
public record VerifiedAccessToken(String subject, @Nullable String session, int version, Instant expires) {
}
