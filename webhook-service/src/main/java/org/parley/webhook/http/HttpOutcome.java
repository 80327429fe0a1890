package org.parley.webhook.http;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * What came of a request.
 *
 * @param status of the answer; none when there was none
 * @param body the beginning of the answer
 * @param retryAfter how long the other asks us to wait
 * @param error why there is no answer
 * @param took how long it took
 */
public record HttpOutcome(@Nullable Integer status, @Nullable String body, @Nullable Duration retryAfter,
		@Nullable String error, Duration took) {

	private static final int GONE = 410;

	private static final int TOO_MANY = 429;

	/** Whether the other has it now. */
	public boolean isSuccess() {
		return this.status != null && this.status / 100 == 2;
	}

	/** Whether the other wants no more. */
	public boolean isGone() {
		return this.status != null && this.status == GONE;
	}

	/** Whether the other is ill, rather than of another opinion. */
	public boolean isIll() {
		return this.status == null || this.status >= 500 || this.status == TOO_MANY;
	}

}
