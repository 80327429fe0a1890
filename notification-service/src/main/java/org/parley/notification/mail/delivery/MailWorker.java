package org.parley.notification.mail.delivery;

import org.parley.notification.mail.Mail;
import org.parley.notification.mail.Mails;
import org.parley.notification.mail.smtp.MailServer;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.RequestOrigin;

import org.springframework.stereotype.Component;

/** Claims due mails one after the other and delivers them. */
@Component
class MailWorker implements ClusterLoop.Work {

	private final Mails mails;

	private final MailServer mailServer;

	private final DeliverMail deliverMail;

	private final ProcessRole processRole;

	MailWorker(Mails mails, MailServer mailServer, DeliverMail deliverMail, ProcessRole processRole) {
		this.mails = mails;
		this.mailServer = mailServer;
		this.deliverMail = deliverMail;
		this.processRole = processRole;
	}

	@Override
	public boolean waits() {
		return this.processRole.works() && this.mailServer.isAvailable() && this.mails.hasDue();
	}

	@Override
	public boolean doBatch() {
		if (!this.mailServer.isAvailable()) {
			return false;
		}
		var mail = this.mails.claim();
		mail.ifPresent(this::deliver);
		return mail.isPresent();
	}

	private void deliver(Mail mail) {
		var origin = (mail.correlationId() != null) ? RequestOrigin.of(mail.correlationId(), null)
				: RequestOrigin.begin();
		try (var _ = origin.open()) {
			this.deliverMail.deliver(mail);
		}
	}

}
