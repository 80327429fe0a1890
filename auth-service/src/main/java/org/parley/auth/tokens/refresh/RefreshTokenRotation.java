package org.parley.auth.tokens.refresh;

import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.parley.auth.tokens.session.UserSession;
import org.parley.auth.tokens.session.UserSessionSettings;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.RefusalException;

import org.springframework.stereotype.Component;

/** Reads refresh tokens and replaces each by its successor. */
@Component
class RefreshTokenRotation {

	private final RefreshTokens tokens;

	private final UserSessions userSessions;

	private final UserSessionSettings settings;

	private final RandomGenerator random;

	RefreshTokenRotation(RefreshTokens tokens, UserSessions userSessions, UserSessionSettings settings,
			RandomGenerator random) {
		this.tokens = tokens;
		this.userSessions = userSessions;
		this.settings = settings;
		this.random = random;
	}

	/** Finds a token and its session, which may have ended. */
	Optional<Found> find(RefreshSecret secret) {
		return this.tokens.findById(secret.hash())
			.flatMap((token) -> this.userSessions.findById(token.sessionId())
				.map((session) -> new Found(secret, token, session)));
	}

	/** Determines whether the token is fresh, repeated, reused or expired. */
	RefreshToken.Presented classify(Found found, ClientDevice clientDevice, Instant now) {
		return found.token().classify(clientDevice, now, this.settings.grace());
	}

	/**
	 * Marks a fresh token as used, prolongs its session and returns the successor.
	 * @throws RefusalException 429 {@code limit.exceeded}
	 */
	RefreshSecret rotate(Found found, ClientDevice clientDevice, Instant now) {
		var session = found.session();
		session.countRefresh(now);
		var successor = RefreshSecret.next(this.random);
		found.token().use(clientDevice, now, found.secret().seal(successor, this.random));
		this.tokens.save(found.token());
		this.tokens.save(RefreshToken.of(successor, session.id(), now.plus(this.settings.refreshToken())));
		session.use(clientDevice, now, this.settings.refreshToken(), this.settings.longest());
		this.userSessions.save(session);
		return successor;
	}

	/** The successor of a token that was used before. */
	RefreshSecret successorOf(Found found) {
		return found.secret().open(found.token().successor(), this.random);
	}

	/** A stored refresh token. */
	record Found(RefreshSecret secret, RefreshToken token, UserSession session) {
	}

}
