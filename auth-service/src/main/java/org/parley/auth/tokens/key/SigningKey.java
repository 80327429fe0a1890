package org.parley.auth.tokens.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.http.HttpStatus;

/**
 * A key pair that signs access tokens, when its time has come.
 *
 * @param kid names it in tokens and in the JWKS
 * @param state its place in the rotation; one key signs, and one comes after it
 * @param publicKey the public part as a JWK
 * @param sealed the whole JWK, {@link AesGcmCipher sealed} under its kid
 * @param createdAt when it was made, and published
 * @param activeAt since when it signs, if it was not the first
 * @param retiredAt since when it signs no more
 */
@Document("signing_keys")
record SigningKey(@Id String kid, State state, String publicKey, String sealed, Instant createdAt,
		@Nullable Instant activeAt, @Nullable Instant retiredAt) {

	/**
	 * It signs from now on.
	 * @throws ProblemException 409 {@code keys.too-soon} when there may be somebody who
	 * does not know it yet
	 */
	SigningKey activate(KeySettings settings, Instant now) {
		if (!isKnown(settings, now)) {
			throw ProblemException.later(HttpStatus.CONFLICT, "keys.too-soon",
					"The next key is not known to everybody yet.", Duration.between(now, changesAt(settings)));
		}
		return new SigningKey(this.kid, State.ACTIVE, this.publicKey, this.sealed, this.createdAt, now, null);
	}

	/** It signs no more; what it has signed counts on. */
	SigningKey retire(Instant now) {
		return new SigningKey(this.kid, State.RETIRING, this.publicKey, this.sealed, this.createdAt, this.activeAt,
				now);
	}

	/** Whether everybody has had the time to fetch it. */
	boolean isKnown(KeySettings settings, Instant now) {
		return !now.isBefore(this.createdAt.plus(settings.ahead()));
	}

	/** Whether it has signed for long enough. */
	boolean isDue(KeySettings settings, Instant now) {
		return this.state == State.ACTIVE && !now.isBefore(changesAt(settings));
	}

	/** When its state changes, at the earliest; a key that retires ends. */
	Instant changesAt(KeySettings settings) {
		return switch (this.state) {
			case UPCOMING -> this.createdAt.plus(settings.ahead());
			case ACTIVE -> Objects.requireNonNullElse(this.activeAt, this.createdAt).plus(settings.lifetime());
			case RETIRING -> Objects.requireNonNullElse(this.retiredAt, this.createdAt).plus(settings.overlap());
		};
	}

	/** Keys of every state are published; only the active one signs. */
	enum State {

		/** Comes after the active one. */
		UPCOMING,

		/** Signs. */
		ACTIVE,

		/** Has signed what may still count. */
		RETIRING

	}

}
