package org.parley.moderation.model;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** The provider gave no valid response. */
final class ModerationProviderException extends RuntimeException {

	private final ModelCallOutcome modelCallOutcome;

	private final @Nullable Duration retryAfter;

	ModerationProviderException(ModelCallOutcome modelCallOutcome, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super("The provider gave no valid response: " + modelCallOutcome.tag(), cause);
		this.modelCallOutcome = modelCallOutcome;
		this.retryAfter = retryAfter;
	}

	ModerationProviderException(ModelCallOutcome modelCallOutcome) {
		this(modelCallOutcome, null, null);
	}

	ModelCallOutcome outcome() {
		return this.modelCallOutcome;
	}

	/** The provider's Retry-After. */
	@Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
