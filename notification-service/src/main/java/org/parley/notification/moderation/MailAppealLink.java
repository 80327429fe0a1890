package org.parley.notification.moderation;

import java.time.Instant;
import java.util.Map;

import org.parley.contracts.SealedEventSecret;
import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;

import org.springframework.stereotype.Component;

/**
 * Mails banned authors the link to the reasons of the ban and to the appeal, because they
 * cannot sign in. Preferences do not count for it.
 */
@Component
class MailAppealLink {

	private final SendMail sendMail;

	MailAppealLink(SendMail sendMail) {
		this.sendMail = sendMail;
	}

	/**
	 * Queues the mail, once for each statement.
	 * @param until the deadline of the appeal; a mail that waits longer is dropped
	 */
	void mail(String userId, String statementId, SealedEventSecret token, Instant until) {
		this.sendMail.send(NewMail.toPerson("appeal:" + statementId, MailTemplate.APPEAL, userId, Map.of())
			.carrying(token)
			.until(until));
	}

}
