package org.parley.notification.mail.suppression;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Why no optional mails are sent to an address. */
public enum SuppressionReason {

	/** The address cannot receive mails. */
	HARD_BOUNCE,
	/** Several mails in a row could not be delivered. */
	SOFT_BOUNCES,
	/** The recipient has called a mail spam. */
	COMPLAINT,
	/** The recipient has unsubscribed at the provider of mails. */
	UNSUBSCRIBED;

	static SuppressionReason of(String json) {
		return valueOf(json.toUpperCase(Locale.ROOT).replace('-', '_'));
	}

	@JsonValue
	public String json() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
