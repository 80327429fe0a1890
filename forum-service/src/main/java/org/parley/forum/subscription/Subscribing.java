package org.parley.forum.subscription;

import java.time.InstantSource;

import org.parley.forum.category.Writer;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Lets a person say how much they want to hear of something. */
@Component
class Subscribing {

	private final Subscriptions subscriptions;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Subscribing(Subscriptions subscriptions, UnitOfWork work, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.subscriptions = subscriptions;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	/** Sets the level; the same one again changes nothing. */
	Subscription set(Target target, Level level, Writer writer) {
		return this.work.run(() -> {
			var before = this.subscriptions.find(writer.id(), target)
				.orElseGet(() -> Subscription.none(writer.id(), target));
			return (before.level() == level) ? before : change(before.become(level, this.clock.instant()), writer);
		});
	}

	private Subscription change(Subscription next, Writer writer) {
		this.subscriptions.save(next);
		this.publisher.publishEvent(
				new SubscriptionChanged(writer.signature(), next.target(), next.level(), next.version(), next.at()));
		return next;
	}

}
