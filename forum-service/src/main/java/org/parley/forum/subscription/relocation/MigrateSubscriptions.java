package org.parley.forum.subscription.relocation;

import java.time.InstantSource;

import org.parley.contracts.PersonReference;
import org.parley.forum.member.Member;
import org.parley.forum.member.Members;
import org.parley.forum.relocation.event.ThreadMergedAway;
import org.parley.forum.subscription.SubscriptionLevel;
import org.parley.forum.subscription.SubscriptionTarget;
import org.parley.forum.subscription.ThreadSubscription;
import org.parley.forum.subscription.ThreadSubscriptions;
import org.parley.forum.thread.Threads;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Moves the followers of a merged thread to its target, one member per transaction, and
 * lets its author follow the target. A subscription that a member already has to the
 * other thread stays as it is.
 */
@Component
class MigrateSubscriptions {

	private static final int BATCH = 100;

	private final ThreadSubscriptions threadSubscriptions;

	private final Threads threads;

	private final Members members;

	private final UnitOfWork work;

	private final ApplicationEventPublisher publisher;

	private final InstantSource clock;

	MigrateSubscriptions(ThreadSubscriptions threadSubscriptions, Threads threads, Members members, UnitOfWork work,
			ApplicationEventPublisher publisher, InstantSource clock) {
		this.threadSubscriptions = threadSubscriptions;
		this.threads = threads;
		this.members = members;
		this.work = work;
		this.publisher = publisher;
		this.clock = clock;
	}

	@EventListener
	void on(ThreadMergedAway merged) {
		var source = new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, merged.from());
		var target = new SubscriptionTarget(SubscriptionTarget.Kind.THREAD, merged.into());
		for (var batch = this.threadSubscriptions.findFollowing(source, BATCH); !batch
			.isEmpty(); batch = this.threadSubscriptions.findFollowing(source, BATCH)) {
			batch.forEach((followed) -> this.work.run(() -> migrate(followed.memberId(), source, target)));
		}
		this.threads.find(merged.from())
			.map((thread) -> this.members.author(thread.authorId()))
			.filter(Member::isActive)
			.ifPresent((author) -> this.work.run(() -> followAsAuthor(author, source, target)));
	}

	/**
	 * An author hears of each reply without a subscription, and would hear of none after
	 * the merge.
	 */
	private boolean followAsAuthor(Member author, SubscriptionTarget source, SubscriptionTarget target) {
		var existing = find(author.id(), target);
		var isMuted = find(author.id(), source).level() == SubscriptionLevel.MUTED;
		if (isMuted || existing.version() > 0 || isAuthor(author.id(), target)) {
			return false;
		}
		save(existing.withLevel(SubscriptionLevel.FOLLOWING, this.clock.instant()), author.signature());
		return true;
	}

	private boolean isAuthor(String memberId, SubscriptionTarget target) {
		return this.threads.find(target.id()).filter((thread) -> thread.authorId().equals(memberId)).isPresent();
	}

	private boolean migrate(String memberId, SubscriptionTarget source, SubscriptionTarget target) {
		var followed = find(memberId, source);
		if (followed.level() != SubscriptionLevel.FOLLOWING) {
			return false;
		}
		var person = this.members.author(memberId).signature();
		var existing = find(memberId, target);
		if (existing.version() == 0) {
			save(existing.withLevel(SubscriptionLevel.FOLLOWING, this.clock.instant()), person);
		}
		save(followed.withLevel(SubscriptionLevel.NONE, this.clock.instant()), person);
		return true;
	}

	private ThreadSubscription find(String memberId, SubscriptionTarget target) {
		return this.threadSubscriptions.find(memberId, target)
			.orElseGet(() -> ThreadSubscription.none(memberId, target));
	}

	private void save(ThreadSubscription next, PersonReference person) {
		this.threadSubscriptions.save(next);
		this.publisher.publishEvent(next.event("subscription.changed", person));
	}

}
