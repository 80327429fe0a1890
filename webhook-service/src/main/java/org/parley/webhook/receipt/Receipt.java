package org.parley.webhook.receipt;

import java.time.Instant;

import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.parley.webhook.provider.InboundRequest;
import org.parley.webhook.provider.VerifiedWebhook;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a provider has told; or how often somebody was refused in an hour, of which
 * nothing else is kept.
 *
 * @param id of the receipt
 * @param provider who told it
 * @param eventId what the provider calls it; none when it was refused
 * @param status how far it is
 * @param contentType what the body is said to be
 * @param body as it came; left out of lists
 * @param size of the body, in bytes; none when it was refused
 * @param receivedAt when it came; the first, of those refused in an hour
 * @param lastAt when it came last, of those refused in an hour
 * @param times how often it was refused
 * @param refusal why it was refused
 * @param attempts how often a worker tried it
 * @param finishedAt when the last try ended
 * @param type what kind of event it is, as far as it was read
 * @param summary the beginning of it, without its secrets
 * @param error why the last try failed
 */
@Document(Receipts.COLLECTION)
record Receipt(@Id String id, String provider, @Nullable String eventId, ReceiptStatus status,
		@Nullable String contentType, @Nullable Binary body, @Nullable Integer size, Instant receivedAt,
		@Nullable Instant lastAt, long times, @Nullable String refusal, int attempts, @Nullable Instant finishedAt,
		@Nullable String type, @Nullable String summary, @Nullable String error) {

	private static final int LONGEST_CONTENT_TYPE = 100;

	static Receipt of(String id, String provider, VerifiedWebhook event, InboundRequest request, Instant now) {
		var body = request.body();
		return new Receipt(id, provider, event.eventId(), ReceiptStatus.RECEIVED, shortened(request.contentType()),
				new Binary(body), body.length, now, null, 0, null, 0, null, null, null, null);
	}

	private static @Nullable String shortened(@Nullable String contentType) {
		return (contentType == null || contentType.length() <= LONGEST_CONTENT_TYPE) ? contentType
				: contentType.substring(0, LONGEST_CONTENT_TYPE);
	}

}
