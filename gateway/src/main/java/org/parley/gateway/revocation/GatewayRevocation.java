package org.parley.gateway.revocation;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A revocation of access tokens: those of a session, or those of a person below a
 * version.
 *
 * @param sid the session, or null
 * @param userId the person, or null
 * @param ver the lowest valid version of the person's tokens
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record GatewayRevocation(@Nullable String sid, @Nullable String userId, @Nullable Integer ver) {
}
