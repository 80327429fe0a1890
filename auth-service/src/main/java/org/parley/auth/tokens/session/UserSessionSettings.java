package org.parley.auth.tokens.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The lifetimes of tokens and sessions.
 *
 * @param accessToken the lifetime of an access token
 * @param refreshToken the lifetime of a refresh token, and of a session after its last
 * use
 * @param longest the maximum lifetime of a session
 * @param grace how long a used refresh token still returns its successor to the same
 * client
 * @param recent how long after a sign-in its owner changes the account without another
 * proof
 */
@ConfigurationProperties("parley.sessions")
public record UserSessionSettings(@DefaultValue("15m") Duration accessToken, @DefaultValue("30d") Duration refreshToken,
		@DefaultValue("180d") Duration longest, @DefaultValue("10s") Duration grace,
		@DefaultValue("10m") Duration recent) {
}
