package org.parley.gateway.token;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * The claims of a verified access token.
 *
 * @param subject the person's id
 * @param session the session, if any
 * @param version of the person's tokens
 * @param expires when it expires
 * @param administrator whether it permits operations of administrators: the role and the
 * scope, without a proof of possession, which the gateway cannot check
 */
public record VerifiedAccessToken(String subject, @Nullable String session, int version, Instant expires,
		boolean administrator) {
}
