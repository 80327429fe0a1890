package org.parley.forum.subscription.relocation;

import java.time.InstantSource;

import org.parley.forum.member.Members;
import org.parley.forum.member.PersonReference;
import org.parley.forum.subscription.SubscriptionChanged;
import org.parley.forum.subscription.SubscriptionLevel;
import org.parley.forum.subscription.SubscriptionTarget;
import org.parley.forum.subscription.ThreadSubscription;
import org.parley.forum.subscription.ThreadSubscriptions;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets those who follow a thread follow another instead, person by person. What somebody
 * said of the other one themselves stays.
 */
@Component
class MigrateSubscriptions {

	private static final int BATCH = 100;

	private final ThreadSubscriptions threadSubscriptions;

	private final Members members;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	MigrateSubscriptions(ThreadSubscriptions threadSubscriptions, Members members, UnitOfWork work,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.threadSubscriptions = threadSubscriptions;
		this.members = members;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	void carry(String from, String into) {
		var source = new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, from);
		var subscriptionTarget = new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, into);
		for (var some = this.threadSubscriptions.following(source, BATCH); !some
			.isEmpty(); some = this.threadSubscriptions.following(source, BATCH)) {
			some.forEach((one) -> this.work.run(() -> carry(one.memberId(), source, subscriptionTarget)));
		}
	}

	private boolean carry(String memberId, SubscriptionTarget source, SubscriptionTarget subscriptionTarget) {
		var before = find(memberId, source);
		if (before.level() != SubscriptionLevel.FOLLOWING) {
			return false;
		}
		var person = this.members.author(memberId).signature();
		var there = find(memberId, subscriptionTarget);
		if (there.version() == 0) {
			save(there.become(SubscriptionLevel.FOLLOWING, this.clock.instant()), person);
		}
		save(before.become(SubscriptionLevel.NONE, this.clock.instant()), person);
		return true;
	}

	private ThreadSubscription find(String memberId, SubscriptionTarget subscriptionTarget) {
		return this.threadSubscriptions.find(memberId, subscriptionTarget)
			.orElseGet(() -> ThreadSubscription.none(memberId, subscriptionTarget));
	}

	private void save(ThreadSubscription next, PersonReference person) {
		this.threadSubscriptions.save(next);
		this.publisher
			.publishEvent(new SubscriptionChanged(person, next.target(), next.level(), next.version(), next.at()));
	}

}
