package org.parley.notification.mail.feedback;

import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Hears what providers report about mails. */
@EventConsumer(value = "notifications", repeatable = true)
class MailFeedbackListener {

	private final RecordMailFeedback recordMailFeedback;

	MailFeedbackListener(RecordMailFeedback recordMailFeedback) {
		this.recordMailFeedback = recordMailFeedback;
	}

	@EventHandler("mail.delivered")
	void onDelivery(Report report) {
		this.recordMailFeedback.record(report.mailId(), MailFeedback.DELIVERED);
	}

	@EventHandler("mail.bounced")
	void onBounce(Bounce bounce) {
		this.recordMailFeedback.record(bounce.mailId(),
				bounce.hard() ? MailFeedback.HARD_BOUNCE : MailFeedback.SOFT_BOUNCE);
	}

	@EventHandler("mail.complained")
	void onComplaint(Report report) {
		this.recordMailFeedback.record(report.mailId(), MailFeedback.COMPLAINED);
	}

	@EventHandler("mail.unsubscribed")
	void onUnsubscription(Report report) {
		this.recordMailFeedback.record(report.mailId(), MailFeedback.UNSUBSCRIBED);
	}

	/** A report about a mail. */
	record Report(String mailId) {
	}

	/** A mail that could not be delivered. */
	record Bounce(String mailId, boolean hard) {
	}

}
