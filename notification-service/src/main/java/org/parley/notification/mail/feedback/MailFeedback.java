package org.parley.notification.mail.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a provider says of a mail. A later constant takes the place of an earlier one. */
enum MailFeedback {

	SOFT_BOUNCE, DELIVERED, HARD_BOUNCE, UNSUBSCRIBED, COMPLAINED;

	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/** The words that this one replaces. */
	List<String> replaced() {
		return Arrays.stream(values()).filter((other) -> other.compareTo(this) < 0).map(MailFeedback::word).toList();
	}

}
