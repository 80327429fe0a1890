package org.parley.platform.security.outbound;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The outcome of a request.
 *
 * @param status HTTP status; null without a response
 * @param body beginning of the response
 * @param retryAfter requested pause
 * @param error why there is no response
 * @param took duration of the request
 */
public record HttpOutcome(@Nullable Integer status, @Nullable String body, @Nullable Duration retryAfter,
		@Nullable String error, Duration took) {

	private static final int GONE = 410;

	private static final int TOO_MANY = 429;

	/** Whether the endpoint has accepted the request. */
	public boolean isSuccess() {
		return this.status != null && this.status / 100 == 2;
	}

	/** Whether the endpoint wants no more requests. */
	public boolean isGone() {
		return this.status != null && this.status == GONE;
	}

	/** Whether the endpoint has failed, rather than rejected the request. */
	public boolean isEndpointFailure() {
		return this.status == null || this.status >= 500 || this.status == TOO_MANY;
	}

}
