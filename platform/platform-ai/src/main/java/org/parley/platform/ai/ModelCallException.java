package org.parley.platform.ai;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/** A model gave no valid response, or was not called. */
public final class ModelCallException extends RuntimeException {

	private final ModelCallOutcome outcome;

	private final Duration retryAfter;

	private ModelCallException(ModelCallOutcome outcome, Duration retryAfter, @Nullable Throwable cause) {
		super("The model gave no valid response: " + outcome.tag(), cause);
		this.outcome = outcome;
		this.retryAfter = retryAfter;
	}

	public ModelCallException(ModelCallOutcome outcome) {
		this(outcome, Duration.ZERO, null);
	}

	public ModelCallException(ModelCallOutcome outcome, Throwable cause) {
		this(outcome, Duration.ZERO, cause);
	}

	ModelCallException(ModelCallOutcome outcome, Duration retryAfter) {
		this(outcome, retryAfter, null);
	}

	public ModelCallOutcome outcome() {
		return this.outcome;
	}

	/** The provider's Retry-After; zero without one. */
	Duration retryAfter() {
		return this.retryAfter;
	}

}
