package org.parley.notification.mail.feedback;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import org.parley.notification.mail.Mail;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.delivery.MailAddresses;
import org.parley.notification.mail.suppression.SuppressionReason;
import org.parley.notification.mail.suppression.Suppressions;
import org.parley.notification.mail.suppression.Suppressions.MailedAddress;

import org.springframework.stereotype.Component;

/**
 * Records what became of a mail, and suppresses its address after a bounce or a
 * complaint. Repeating a report has no effect; one about a mail that is not in the mail
 * log, either.
 */
@Component
class RecordMailFeedback {

	private final Mails mails;

	private final MailAddresses mailAddresses;

	private final Suppressions suppressions;

	RecordMailFeedback(Mails mails, MailAddresses mailAddresses, Suppressions suppressions) {
		this.mails = mails;
		this.mailAddresses = mailAddresses;
		this.suppressions = suppressions;
	}

	void record(String mailId, MailFeedback feedback) {
		this.mails.find(mailId).ifPresent((mail) -> {
			this.mails.markReported(mail, feedback.word(), feedback.replaced());
			this.mailAddresses.mailed(mail).ifPresent((address) -> record(mail, address, feedback));
		});
	}

	private void record(Mail mail, MailedAddress address, MailFeedback feedback) {
		this.mails.confirm(mail, address.masked(), address.key());
		switch (feedback) {
			case DELIVERED -> this.suppressions.recordDelivery(address.key(), mail.createdAt());
			case SOFT_BOUNCE -> this.suppressions.countSoftBounce(address, mail.id());
			case HARD_BOUNCE -> this.suppressions.suppress(address, SuppressionReason.HARD_BOUNCE);
			case UNSUBSCRIBED -> this.suppressions.suppress(address, SuppressionReason.UNSUBSCRIBED);
			case COMPLAINED -> this.suppressions.suppress(address, SuppressionReason.COMPLAINT);
		}
	}

	/**
	 * What a provider says of a mail. A later constant takes the place of an earlier one.
	 */
	enum MailFeedback {

		SOFT_BOUNCE, DELIVERED, HARD_BOUNCE, UNSUBSCRIBED, COMPLAINED;

		String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

		/** The words that this one replaces. */
		List<String> replaced() {
			return Arrays.stream(values())
				.filter((other) -> other.compareTo(this) < 0)
				.map(MailFeedback::word)
				.toList();
		}

	}

}
