package org.parley.notification.mail.feedback;

import org.parley.contracts.mail.MailBounced;
import org.parley.contracts.mail.MailReported;
import org.parley.notification.mail.feedback.RecordMailFeedback.MailFeedback;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Consumes reports of providers about mails. */
@EventConsumer(value = "notifications", repeatable = true)
class MailFeedbackListener {

	private final RecordMailFeedback recordMailFeedback;

	MailFeedbackListener(RecordMailFeedback recordMailFeedback) {
		this.recordMailFeedback = recordMailFeedback;
	}

	@EventHandler({ "mail.delivered", "mail.complained", "mail.unsubscribed" })
	void on(MailReported report) {
		this.recordMailFeedback.record(report.mailId(), switch (report.type()) {
			case "mail.delivered" -> MailFeedback.DELIVERED;
			case "mail.complained" -> MailFeedback.COMPLAINED;
			default -> MailFeedback.UNSUBSCRIBED;
		});
	}

	@EventHandler("mail.bounced")
	void on(MailBounced bounce) {
		this.recordMailFeedback.record(bounce.mailId(),
				bounce.hard() ? MailFeedback.HARD_BOUNCE : MailFeedback.SOFT_BOUNCE);
	}

}
