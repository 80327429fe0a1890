package org.parley.forum.subscription;

import java.time.InstantSource;

import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Sets a member's subscription level for a thread, a category or a tag. */
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

	/** Sets the level; setting the current level again changes nothing. */
	ThreadSubscription set(SubscriptionTarget target, SubscriptionLevel level, AuthorizedWriter writer) {
		return this.work.run(() -> {
			var current = this.threadSubscriptions.find(writer.id(), target)
				.orElseGet(() -> ThreadSubscription.none(writer.id(), target));
			return (current.level() == level) ? current : save(current.withLevel(level, this.clock.instant()), writer);
		});
	}

	private ThreadSubscription save(ThreadSubscription next, AuthorizedWriter writer) {
		this.threadSubscriptions.save(next);
		this.publisher.publishEvent(next.event("subscription.changed", writer.signature()));
		return next;
	}

}
