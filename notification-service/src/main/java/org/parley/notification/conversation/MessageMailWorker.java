package org.parley.notification.conversation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.parley.platform.events.cluster.DueWork;
import org.parley.platform.web.ProcessRole;
import org.parley.platform.web.transaction.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/** Queues mails about unread messages when they are due. */
@Component
class MessageMailWorker extends DueWork {

	private static final Logger log = LoggerFactory.getLogger(MessageMailWorker.class);

	private static final int BATCH = 50;

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private final RecipientMemberships memberships;

	private final MailUnreadMessages mailUnreadMessages;

	private final UnitOfWork unitOfWork;

	private final ProcessRole processRole;

	private final InstantSource clock;

	MessageMailWorker(RecipientMemberships memberships, MailUnreadMessages mailUnreadMessages, UnitOfWork unitOfWork,
			ProcessRole processRole, InstantSource clock) {
		super(clock);
		this.memberships = memberships;
		this.mailUnreadMessages = mailUnreadMessages;
		this.unitOfWork = unitOfWork;
		this.processRole = processRole;
		this.clock = clock;
	}

	@Override
	protected Optional<Instant> findNextDue() {
		return this.processRole.works() ? this.memberships.findNextDue() : Optional.empty();
	}

	/** Messages and mutes schedule mails without a signal. */
	@Override
	public Duration pollAlone() {
		return poll();
	}

	@Override
	public boolean doBatch() {
		var due = this.memberships.findDue(BATCH);
		due.forEach(this::mailOrPostpone);
		return due.size() == BATCH;
	}

	/** A failure delays only this mail. */
	private void mailOrPostpone(RecipientMembership due) {
		try {
			this.unitOfWork.run(() -> {
				this.mailUnreadMessages.mail(due.id());
				return due;
			});
		}
		catch (RuntimeException ex) {
			log.atWarn().addKeyValue("cause", ex.getClass().getName()).log("Queuing a mail about messages failed");
			this.memberships.postpone(due, this.clock.instant().plus(PAUSE));
		}
	}

}
