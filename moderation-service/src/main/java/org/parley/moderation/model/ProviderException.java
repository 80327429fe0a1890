package org.parley.moderation.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The provider gave no answer that counts. */
final class ProviderException extends RuntimeException {

	private final Outcome outcome;

	private final @Nullable Duration retryAfter;

	ProviderException(Outcome outcome, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		super("The provider gave no answer that counts: " + outcome.tag(), cause);
		this.outcome = outcome;
		this.retryAfter = retryAfter;
	}

	ProviderException(Outcome outcome) {
		this(outcome, null, null);
	}

	Outcome outcome() {
		return this.outcome;
	}

	/** How long the provider asks us to wait. */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
