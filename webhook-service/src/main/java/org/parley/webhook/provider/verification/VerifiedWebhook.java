package org.parley.webhook.provider.verification;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

/**
 * A webhook with a valid signature.
 *
 * @param eventId id of the event; the same in a repetition
 * @param sentAt signed time; null if the provider signs none
 * @param type type of the event, if a header tells it
 */
public record VerifiedWebhook(String eventId, @Nullable Instant sentAt, @Nullable String type) {

	/** A webhook whose body alone tells its type. */
	public VerifiedWebhook(String eventId, @Nullable Instant sentAt) {
		this(eventId, sentAt, null);
	}

	/**
	 * A webhook that its body identifies, since the provider names no event for the whole
	 * of it.
	 */
	public static VerifiedWebhook ofBody(byte[] body, @Nullable Instant sentAt) {
		return new VerifiedWebhook(Sha256.hex(body), sentAt);
	}

}
