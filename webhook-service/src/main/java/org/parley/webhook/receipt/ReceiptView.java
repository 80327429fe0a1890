package org.parley.webhook.receipt;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A receipt as administrators list it.
 *
 * @param id of the receipt
 * @param provider who told it
 * @param eventId what the provider calls it; none when it was refused
 * @param status how far it is
 * @param type what kind of event it is, as far as it was read
 * @param summary the beginning of it, without its secrets
 * @param refusal why it was refused
 * @param times how often it was refused in that hour
 * @param attempts how often a worker tried it
 * @param error why the last try failed
 * @param contentType what the body is said to be
 * @param size of the body, in bytes
 * @param receivedAt when it came
 * @param lastAt when it was refused last in that hour
 * @param finishedAt when the last try ended
 */
record ReceiptView(String id, String provider, @Nullable String eventId, ReceiptStatus status, @Nullable String type,
		@Nullable String summary, @Nullable String refusal, long times, int attempts, @Nullable String error,
		@Nullable String contentType, int size, Instant receivedAt, @Nullable Instant lastAt,
		@Nullable Instant finishedAt) {

	static ReceiptView of(Receipt receipt) {
		return new ReceiptView(receipt.id(), receipt.provider(), receipt.eventId(), receipt.status(), receipt.type(),
				receipt.summary(), receipt.refusal(), receipt.times(), receipt.attempts(), receipt.error(),
				receipt.contentType(), Objects.requireNonNullElse(receipt.size(), 0), receipt.receivedAt(),
				receipt.lastAt(), receipt.finishedAt());
	}

}
