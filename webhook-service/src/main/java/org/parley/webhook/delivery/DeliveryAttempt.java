package org.parley.webhook.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.outbound.HttpOutcome;

/**
 * An attempt to deliver a message.
 *
 * @param status HTTP status; null without a response
 * @param millis duration in milliseconds
 * @param error why there was no response
 * @param answer beginning of the response
 */
public record DeliveryAttempt(Instant at, @Nullable Integer status, long millis, @Nullable String error,
		@Nullable String answer) {

	private static final int MAX_ANSWER = 500;

	public static DeliveryAttempt of(HttpOutcome httpOutcome, Instant at) {
		var body = httpOutcome.body();
		return new DeliveryAttempt(at, httpOutcome.status(), httpOutcome.took().toMillis(), httpOutcome.error(),
				(body != null) ? body.codePoints()
					.limit(MAX_ANSWER)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString() : null);
	}

}
