package org.parley.webhook.receipt;

import java.time.Instant;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.webhook.provider.verification.InboundRequest;
import org.parley.webhook.provider.verification.VerifiedWebhook;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A received webhook, or the number of refused requests in an hour, of which nothing else
 * is stored.
 *
 * @param eventId id of the event; null for refusals
 * @param contentType content type of the body
 * @param body the exact body, unless it {@linkplain #isLarge is large}; excluded from
 * lists
 * @param size size of the body in bytes; null for refusals
 * @param receivedAt time of receipt; of refusals the first
 * @param lastAt time of the last refusal
 * @param times number of refusals
 * @param refusal reason of the refusal
 * @param attempts number of processing attempts
 * @param finishedAt end of the last attempt
 * @param type type of the event, if known
 * @param summary beginning of the masked payload
 * @param error error of the last attempt
 * @param until when a receipt is deleted that is or may be the mail of a person
 */
@Document(Receipts.COLLECTION)
@CompoundIndex(def = "{'provider': 1, 'eventId': 1}", unique = true, partialFilter = "{'eventId': {'$exists': true}}")
@CompoundIndex(def = "{'refused': 1}", unique = true, partialFilter = "{'refused': {'$exists': true}}")
@CompoundIndex(def = "{'provider': 1, '_id': -1}")
@CompoundIndex(def = "{'status': 1, '_id': -1}")
@CompoundIndex(def = "{'provider': 1, 'status': 1, '_id': -1}")
@CompoundIndex(def = "{'type': 1, '_id': -1}")
public record Receipt(@Id String id, String provider, @Nullable String eventId, ReceiptStatus status,
		@Nullable String contentType, @Nullable Binary body, @Nullable Integer size,
		@Indexed(expireAfter = "90d", useGeneratedName = true) Instant receivedAt, @Nullable Instant lastAt, long times,
		@Nullable String refusal, int attempts, @Nullable Instant finishedAt, @Nullable String type,
		@Nullable String summary, @Nullable String error,
		@Indexed(expireAfter = "0s", useGeneratedName = true) @Nullable Instant until) {

	/** The largest body that is stored with its receipt. */
	public static final int LARGEST = 256 * 1024;

	/** The boundary of a form has up to 70 characters. */
	private static final int MAX_CONTENT_TYPE = 200;

	public static Receipt of(String id, String provider, VerifiedWebhook event, InboundRequest request, Instant now) {
		var body = request.body();
		return new Receipt(id, provider, event.eventId(), ReceiptStatus.RECEIVED, truncate(request.contentType()),
				isLarge(body.length) ? null : new Binary(body), body.length, now, null, 0, null, 0, null, event.type(),
				null, null, null);
	}

	/** The same receipt, which is deleted earlier. */
	Receipt until(Instant end) {
		return new Receipt(this.id, this.provider, this.eventId, this.status, this.contentType, this.body, this.size,
				this.receivedAt, this.lastAt, this.times, this.refusal, this.attempts, this.finishedAt, this.type,
				this.summary, this.error, end);
	}

	/** Whether the body is a mail of a person, or may be one until it is handled. */
	boolean mayBeMail() {
		return this.until != null;
	}

	/** Whether the body is stored in parts of its own. */
	public boolean isLarge() {
		return this.size != null && isLarge(this.size);
	}

	private static boolean isLarge(int length) {
		return length > LARGEST;
	}

	private static @Nullable String truncate(@Nullable String contentType) {
		return (contentType == null || contentType.length() <= MAX_CONTENT_TYPE) ? contentType
				: contentType.substring(0, MAX_CONTENT_TYPE);
	}

}
