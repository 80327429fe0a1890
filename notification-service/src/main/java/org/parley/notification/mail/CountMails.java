package org.parley.notification.mail;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.contracts.mail.MailsCounted;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Counts the sent mails for the statistics of the forum, which are in forum-service. A
 * count that has not changed is published once a day only, for a restored database.
 */
@Component
class CountMails implements Job {

	private static final Duration MONTH = Duration.ofDays(30);

	private static final Duration REPEATED = Duration.ofDays(1);

	private final Mails mails;

	private final UnitOfWork unitOfWork;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	CountMails(Mails mails, UnitOfWork unitOfWork, ApplicationEventPublisher publisher, InstantSource clock) {
		this.mails = mails;
		this.unitOfWork = unitOfWork;
		this.publisher = publisher;
		this.clock = clock;
	}

	@Override
	public String name() {
		return "count-mails";
	}

	@Override
	public String schedule() {
		return "0 */5 * * * *";
	}

	@Override
	public String run() {
		var now = this.clock.instant();
		var sent = this.mails.countSent(MONTH);
		this.unitOfWork.run(() -> {
			if (this.mails.storeCount(sent, now.minus(REPEATED))) {
				this.publisher.publishEvent(new MailsCounted(Ids.next(), sent, now));
			}
		});
		return "%d mails were sent in 30 days".formatted(sent);
	}

}
