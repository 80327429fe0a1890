package org.parley.auth.tokens.key;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key pair that signs access tokens.
 *
 * @param state its phase in the rotation
 * @param publicKey the public part as a JWK
 * @param sealed the whole JWK, {@link AesGcmCipher encrypted} under its kid
 * @param createdAt when the key was generated and published
 * @param activeAt when the key became active; null for the first key
 */
@Document("signing_keys")
@CompoundIndex(name = "one_active", def = "{'state': 1}", unique = true, partialFilter = "{'state': 'ACTIVE'}")
@CompoundIndex(name = "one_upcoming", def = "{'state': 1}", unique = true, partialFilter = "{'state': 'UPCOMING'}")
record SigningKey(@Id String kid, State state, String publicKey, String sealed, Instant createdAt,
		@Nullable Instant activeAt, @Nullable Instant retiredAt) {

	/**
	 * Returns this key as the active key.
	 * @throws RefusalException 409 {@code keys.too-soon} if some service may not have
	 * fetched it yet
	 */
	SigningKey activate(KeySettings settings, Instant now) {
		if (!isPropagated(settings, now)) {
			throw RefusalException.later(RefusalKind.CONFLICT, "keys.too-soon",
					"Services may not have fetched the next key yet. Try again later.",
					Duration.between(now, changesAt(settings)));
		}
		return new SigningKey(this.kid, State.ACTIVE, this.publicKey, this.sealed, this.createdAt, now, null);
	}

	/** Returns this key as a retiring key, which only verifies. */
	SigningKey retire(Instant now) {
		return new SigningKey(this.kid, State.RETIRING, this.publicKey, this.sealed, this.createdAt, this.activeAt,
				now);
	}

	/** Whether every service has had the time to fetch this key. */
	boolean isPropagated(KeySettings settings, Instant now) {
		return !now.isBefore(this.createdAt.plus(settings.ahead()));
	}

	/** Whether the lifetime of this active key is over. */
	boolean isDue(KeySettings settings, Instant now) {
		return this.state == State.ACTIVE && !now.isBefore(changesAt(settings));
	}

	/**
	 * The earliest time of the next state change, or of the deletion of a retiring key.
	 */
	Instant changesAt(KeySettings settings) {
		return switch (this.state) {
			case UPCOMING -> this.createdAt.plus(settings.ahead());
			case ACTIVE -> Objects.requireNonNullElse(this.activeAt, this.createdAt).plus(settings.lifetime());
			case RETIRING -> Objects.requireNonNullElse(this.retiredAt, this.createdAt).plus(settings.overlap());
		};
	}

	/** Keys of every state are published; only the active one signs. */
	enum State {

		/** The successor of the active key. */
		UPCOMING,

		/** The key that signs. */
		ACTIVE,

		/** Verifies tokens that it signed before. */
		RETIRING

	}

}
