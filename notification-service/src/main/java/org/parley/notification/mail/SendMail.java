package org.parley.notification.mail;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Queues a mail that is sent after the transaction commits. */
@Component
public class SendMail {

	private final Mails mails;

	private final UnitOfWork unitOfWork;

	private final ClusterLoop sending;

	SendMail(Mails mails, UnitOfWork unitOfWork, @Qualifier("mailLoop") ClusterLoop sending) {
		this.mails = mails;
		this.unitOfWork = unitOfWork;
		this.sending = sending;
	}

	/** Queues a mail, unless one with the same key exists. */
	public void send(NewMail mail) {
		this.mails.add(mail);
		this.unitOfWork.afterCommit(this.sending::signal);
	}

}
