package org.parley.auth.tokens.session;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long tokens count.
 *
 * @param accessToken from its making
 * @param refreshToken from its making; a session lives as long as its last one
 * @param longest that a session lives, however often it is used
 * @param grace within which a used refresh token gives its successor again, to the same
 * client
 */
@ConfigurationProperties("parley.sessions")
public record UserSessionSettings(@DefaultValue("15m") Duration accessToken, @DefaultValue("30d") Duration refreshToken,
		@DefaultValue("180d") Duration longest, @DefaultValue("10s") Duration grace) {
}
