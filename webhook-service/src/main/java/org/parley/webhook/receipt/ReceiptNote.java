package org.parley.webhook.receipt;

import org.jspecify.annotations.Nullable;

/**
 * The result of handling a receipt.
 *
 * @param type type of the event; null if unknown
 * @param summary beginning of the masked payload
 * @param isMail whether the body is the mail of a person
 */
public record ReceiptNote(@Nullable String type, String summary, boolean isMail) {

	/** The note of a body that is no mail. */
	public ReceiptNote(@Nullable String type, String summary) {
		this(type, summary, false);
	}

}
