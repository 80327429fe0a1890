package org.parley.summary.engine.chat;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.parley.summary.engine.EngineFailedException;

/** The model did not answer, or answered that it will not. */
final class ChatProviderException extends EngineFailedException {

	private final boolean again;

	private final Duration retryAfter;

	private ChatProviderException(String outcome, boolean again, Duration retryAfter, @Nullable Throwable cause) {
		super(outcome, cause);
		this.again = again;
		this.retryAfter = retryAfter;
	}

	/** It may be better next time. */
	static ChatProviderException passing(String outcome, Duration retryAfter, @Nullable Throwable cause) {
		return new ChatProviderException(outcome, true, retryAfter, cause);
	}

	/** Asking again would not help. */
	static ChatProviderException lasting(String outcome) {
		return new ChatProviderException(outcome, false, Duration.ZERO, null);
	}

	/** Whether it is worth to try again that soon. */
	boolean isWorthATry(Duration longestWait) {
		return this.again && this.retryAfter.compareTo(longestWait) <= 0;
	}

	/** How long the provider wants to be left alone. */
	Duration retryAfter() {
		return this.retryAfter;
	}

}
