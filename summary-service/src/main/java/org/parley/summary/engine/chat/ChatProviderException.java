package org.parley.summary.engine.chat;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.parley.summary.engine.EngineFailedException;

/** The provider did not answer or refused the call. */
final class ChatProviderException extends EngineFailedException {

	private final boolean temporary;

	private final Duration retryAfter;

	private ChatProviderException(String outcome, boolean temporary, Duration retryAfter, @Nullable Throwable cause) {
		super(outcome, cause);
		this.temporary = temporary;
		this.retryAfter = retryAfter;
	}

	/** A failure after which a retry can succeed. */
	static ChatProviderException temporary(String outcome, Duration retryAfter, @Nullable Throwable cause) {
		return new ChatProviderException(outcome, true, retryAfter, cause);
	}

	/** A failure after which a retry is useless. */
	static ChatProviderException permanent(String outcome) {
		return new ChatProviderException(outcome, false, Duration.ZERO, null);
	}

	/** Whether a retry is useful within the longest wait. */
	boolean isWorthRetrying(Duration longestWait) {
		return this.temporary && this.retryAfter.compareTo(longestWait) <= 0;
	}

	/** The provider's Retry-After; zero without one. */
	Duration retryAfter() {
		return this.retryAfter;
	}

}
