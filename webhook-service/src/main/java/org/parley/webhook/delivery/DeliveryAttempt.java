package org.parley.webhook.delivery;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.webhook.http.HttpOutcome;

/**
 * One try to deliver something.
 *
 * @param at when
 * @param status of the answer; none when there was none
 * @param millis how long it took
 * @param error why there was no answer
 * @param answer the beginning of the answer
 */
record DeliveryAttempt(Instant at, @Nullable Integer status, long millis, @Nullable String error,
		@Nullable String answer) {

	private static final int LONGEST = 500;

	static DeliveryAttempt of(HttpOutcome httpOutcome, Instant at) {
		var body = httpOutcome.body();
		return new DeliveryAttempt(at, httpOutcome.status(), httpOutcome.took().toMillis(), httpOutcome.error(),
				(body != null) ? body.codePoints()
					.limit(LONGEST)
					.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
					.toString() : null);
	}

}
