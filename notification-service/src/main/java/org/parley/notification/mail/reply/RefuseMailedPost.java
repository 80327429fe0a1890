package org.parley.notification.mail.reply;

import java.time.Duration;
import java.util.HashMap;

import org.parley.notification.mail.MailTemplate;
import org.parley.notification.mail.NewMail;
import org.parley.notification.mail.SendMail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * Tells people why their mail was not published: once for each mail, at their verified
 * address and in a mail that cannot be answered. It has the subject of their mail, unless
 * a stranger may have chosen it.
 */
@Component
class RefuseMailedPost {

	private static final Logger log = LoggerFactory.getLogger(RefuseMailedPost.class);

	private static final Duration DAY = Duration.ofDays(1);

	private final ReceivedMails receivedMails;

	private final SendMail sendMail;

	private final ReplySettings settings;

	RefuseMailedPost(ReceivedMails receivedMails, SendMail sendMail, ReplySettings settings) {
		this.receivedMails = receivedMails;
		this.sendMail = sendMail;
		this.settings = settings;
	}

	void refuse(String mailId, String userId, String code) {
		log.atInfo().addKeyValue("mail", mailId).addKeyValue("code", code).log("A mailed post is refused");
		if (this.receivedMails.countRefused(userId, DAY) < this.settings.dailyRefusals()) {
			var values = new HashMap<String, String>();
			values.put("code", code);
			var received = this.receivedMails.find(mailId);
			received.map(ReceivedMail::messageId).ifPresent((id) -> values.put("answers", id));
			received.map(ReceivedMail::subject).ifPresent((subject) -> values.put("subject", "Re: " + subject));
			this.sendMail
				.send(NewMail.toPerson("mailed-post:" + mailId, MailTemplate.MAILED_POST_REFUSED, userId, values));
		}
		this.receivedMails.markRefused(mailId, code);
	}

}
