package org.parley.notification.mail.suppression;

import java.util.List;
import java.util.Locale;

import org.parley.contracts.LowerCaseName;

/** Why no optional mails are sent to an address. */
public enum SuppressionReason implements LowerCaseName {

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

	/**
	 * The reasons whose place it takes. A delivered mail refutes bounces, but not what
	 * the recipient wants, which must not be forgotten with them.
	 */
	List<SuppressionReason> weaker() {
		return switch (this) {
			case SOFT_BOUNCES -> List.of();
			case HARD_BOUNCE -> List.of(SOFT_BOUNCES);
			case UNSUBSCRIBED -> List.of(SOFT_BOUNCES, HARD_BOUNCE);
			case COMPLAINT -> List.of(SOFT_BOUNCES, HARD_BOUNCE, UNSUBSCRIBED);
		};
	}

}
