package org.parley.webhook.provider.verification;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;

/**
 * A webhook with a valid signature.
 *
 * @param eventId id of the event; the same in a repetition
 * @param sentAt signed time; null if the provider signs none
 */
public record VerifiedWebhook(String eventId, @Nullable Instant sentAt) {

	/**
	 * A webhook that its body identifies, since the provider names no event for the whole
	 * of it.
	 */
	public static VerifiedWebhook ofBody(byte[] body, @Nullable Instant sentAt) {
		try {
			return new VerifiedWebhook(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body)),
					sentAt);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The Java platform lacks SHA-256", ex);
		}
	}

}
