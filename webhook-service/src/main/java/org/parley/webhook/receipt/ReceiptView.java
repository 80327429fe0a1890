package org.parley.webhook.receipt;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A receipt in the log.
 *
 * @param eventId id of the event; null for refusals
 * @param type type of the event, if known
 * @param summary beginning of the masked payload
 * @param refusal reason of the refusal
 * @param times number of refusals in the hour
 * @param attempts number of processing attempts
 * @param error error of the last attempt
 * @param contentType content type of the body
 * @param size size of the body in bytes
 * @param lastAt time of the last refusal in the hour
 * @param finishedAt end of the last attempt
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
