package org.parley.notification.conversation;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.DueBatches;
import org.parley.platform.mongo.cluster.WorkClaim;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Queues mails about unread messages when they are due. */
@Component
class MessageMailWorker extends DueBatches<RecipientMembership> {

	MessageMailWorker(RecipientMemberships memberships, MailUnreadMessages mailUnreadMessages, UnitOfWork unitOfWork,
			ProcessRole role, InstantSource clock) {
		super(memberships, (due) -> unitOfWork.run(() -> mailUnreadMessages.mail(due.id())), role, clock);
	}

	/** Of two workers that queue the same mail, the second transaction is retried. */
	@Bean
	static ClusterLoop messageMailLoop(MessageMailWorker worker) {
		return new ClusterLoop("message-mails", WorkClaim.none(), worker);
	}

	/** Messages and mutes schedule mails without a signal. */
	@Override
	public Duration pollAlone() {
		return poll();
	}

}
