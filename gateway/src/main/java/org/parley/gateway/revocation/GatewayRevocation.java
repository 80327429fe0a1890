package org.parley.gateway.revocation;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * Which access tokens count no more, as auth-service says it: those of one session, or
 * those of a person with a lower version.
 *
 * @param sid the session, unless a person's tokens are meant
 * @param userId the person, unless a session is meant
 * @param ver the lowest version of that person that counts
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GatewayRevocation(@Nullable String sid, @Nullable String userId, @Nullable Integer ver) {
}
