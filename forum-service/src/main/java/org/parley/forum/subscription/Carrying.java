package org.parley.forum.subscription;

import java.time.InstantSource;

import org.parley.forum.member.Members;
import org.parley.forum.member.Signature;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Lets those who follow a thread follow another instead, person by person. What somebody
 * said of the other one themselves stays.
 */
@Component
class Carrying {

	private static final int BATCH = 100;

	private final Subscriptions subscriptions;

	private final Members members;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	Carrying(Subscriptions subscriptions, Members members, UnitOfWork work, ApplicationEventPublisher publisher,
			InstantSource clock) {
		this.subscriptions = subscriptions;
		this.members = members;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	void carry(String from, String into) {
		var source = new Target(Target.Kind.THREAD, from);
		var target = new Target(Target.Kind.THREAD, into);
		for (var some = this.subscriptions.following(source, BATCH); !some.isEmpty(); some = this.subscriptions
			.following(source, BATCH)) {
			some.forEach((one) -> this.work.run(() -> carry(one.memberId(), source, target)));
		}
	}

	private boolean carry(String memberId, Target source, Target target) {
		var before = find(memberId, source);
		if (before.level() != Level.FOLLOWING) {
			return false;
		}
		var person = this.members.author(memberId).signature();
		var there = find(memberId, target);
		if (there.version() == 0) {
			save(there.become(Level.FOLLOWING, this.clock.instant()), person);
		}
		save(before.become(Level.NONE, this.clock.instant()), person);
		return true;
	}

	private Subscription find(String memberId, Target target) {
		return this.subscriptions.find(memberId, target).orElseGet(() -> Subscription.none(memberId, target));
	}

	private void save(Subscription next, Signature person) {
		this.subscriptions.save(next);
		this.publisher
			.publishEvent(new SubscriptionChanged(person, next.target(), next.level(), next.version(), next.at()));
	}

}
