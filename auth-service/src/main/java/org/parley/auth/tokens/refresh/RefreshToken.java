package org.parley.auth.tokens.refresh;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Sha256;

import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A stored refresh token. It is fresh, then used. A used token that is presented again is
 * repeated if the same client presents it within the grace period, otherwise reused,
 * which ends the session.
 */
@Document("refresh_tokens")
class RefreshToken {

	/** The outcome of presenting a token. */
	enum Presented {

		/** The token is fresh and receives a successor. */
		FIRST,

		/**
		 * The same client repeats the request, for instance because the answer was lost.
		 */
		REPEATED,

		/** The token was probably stolen. */
		REUSED,

		/** The token has expired. */
		EXPIRED

	}

	@Id
	@SuppressWarnings("UnusedVariable")
	private final String hash;

	private final String sessionId;

	@Indexed(expireAfter = "0s", useGeneratedName = true)
	private final Instant expiresAt;

	private @Nullable Instant usedAt;

	private @Nullable String usedBy;

	private @Nullable String successor;

	@Version
	@SuppressWarnings("UnusedVariable")
	private long version;

	RefreshToken(String hash, String sessionId, Instant expiresAt, @Nullable Instant usedAt, @Nullable String usedBy,
			@Nullable String successor, long version) {
		this.hash = hash;
		this.sessionId = sessionId;
		this.expiresAt = expiresAt;
		this.usedAt = usedAt;
		this.usedBy = usedBy;
		this.successor = successor;
		this.version = version;
	}

	static RefreshToken of(RefreshSecret secret, String sessionId, Instant expiresAt) {
		return new RefreshToken(secret.hash(), sessionId, expiresAt, null, null, null, 0);
	}

	Presented classify(ClientDevice client, Instant now, Duration grace) {
		if (this.usedAt == null) {
			return now.isBefore(this.expiresAt) ? Presented.FIRST : Presented.EXPIRED;
		}
		var soon = !now.isAfter(this.usedAt.plus(grace));
		return (soon && binding(client).equals(this.usedBy)) ? Presented.REPEATED : Presented.REUSED;
	}

	/** Marks the token as used. The version makes a concurrent use fail. */
	void use(ClientDevice client, Instant now, String sealedSuccessor) {
		if (this.usedAt != null) {
			throw new IllegalStateException("The refresh token was used before");
		}
		this.usedAt = now;
		this.usedBy = binding(client);
		this.successor = sealedSuccessor;
	}

	String successor() {
		return Objects.requireNonNull(this.successor, "A fresh token has no successor");
	}

	String sessionId() {
		return this.sessionId;
	}

	private static String binding(ClientDevice client) {
		return Sha256.hex(client.address() + "\n" + client.device());
	}

}
