package org.parley.forum.subscription;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a person say how much they want to hear of something. */
@Component
class Subscribe {

	private final ThreadSubscriptions threadSubscriptions;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Subscribe(ThreadSubscriptions threadSubscriptions, UnitOfWork work, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.threadSubscriptions = threadSubscriptions;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Sets the level; the same one again changes nothing. */
	ThreadSubscription set(SubscriptionTarget subscriptionTarget, SubscriptionLevel subscriptionLevel,
			AuthorizedWriter authorizedWriter) {
		return this.work.run(() -> {
			var before = this.threadSubscriptions.find(authorizedWriter.id(), subscriptionTarget)
				.orElseGet(() -> ThreadSubscription.none(authorizedWriter.id(), subscriptionTarget));
			return (before.level() == subscriptionLevel) ? before
					: change(before.become(subscriptionLevel, this.clock.instant()), authorizedWriter);
		});
	}

	private ThreadSubscription change(ThreadSubscription next, AuthorizedWriter authorizedWriter) {
		this.threadSubscriptions.save(next);
		this.publisher.publishEvent(new SubscriptionChanged(authorizedWriter.signature(), next.target(), next.level(),
				next.version(), next.at()));
		return next;
	}

}
