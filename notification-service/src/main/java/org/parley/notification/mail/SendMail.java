package org.parley.notification.mail;

import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Has a mail sent, once the change that causes it is there. */
@Component
public class SendMail {

	private final Mails mails;

	private final UnitOfWork work;

	private final ClusterLoop sending;

	SendMail(Mails mails, UnitOfWork work, @Qualifier("mailSending") ClusterLoop sending) {
		this.mails = mails;
		this.work = work;
		this.sending = sending;
	}

	/** Sends it, unless there was one with this key before. */
	public void send(NewMail mail) {
		this.mails.add(mail);
		this.work.afterCommit(this.sending::signal);
	}

}
