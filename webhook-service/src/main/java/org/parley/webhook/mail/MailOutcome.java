package org.parley.webhook.mail;

import java.util.Locale;

/** What became of a mail after the mail server accepted it. */
public enum MailOutcome {

	/** It was delivered. */
	DELIVERED,
	/** The address cannot receive mails. */
	HARD_BOUNCE,
	/** The mail was refused now; another may be delivered. */
	SOFT_BOUNCE,
	/** The recipient has called it spam. */
	COMPLAINED,
	/** The recipient has unsubscribed at the provider. */
	UNSUBSCRIBED;

	/** The name in the log of receipts. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
