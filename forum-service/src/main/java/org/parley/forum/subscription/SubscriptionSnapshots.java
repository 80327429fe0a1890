package org.parley.forum.subscription;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.forum.category.SubscriptionChanged;
import org.parley.forum.member.Members;
import org.parley.platform.messaging.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/**
 * Publishes snapshots of all subscriptions, including those at level {@code none}: a
 * consumer that was restored from a backup may still hold them. A page never splits the
 * subscriptions of one member.
 */
@Component
class SubscriptionSnapshots implements Snapshot {

	private final ThreadSubscriptions threadSubscriptions;

	private final Members members;

	SubscriptionSnapshots(ThreadSubscriptions threadSubscriptions, Members members) {
		this.threadSubscriptions = threadSubscriptions;
		this.members = members;
	}

	@Override
	public String type() {
		return "subscription.snapshot";
	}

	@Override
	public List<SubscriptionChanged> after(@Nullable String memberId, int limit) {
		return this.threadSubscriptions.findByMembersAfter(memberId, limit).stream().map(this::snapshot).toList();
	}

	private SubscriptionChanged snapshot(ThreadSubscription subscription) {
		return subscription.event(type(), this.members.author(subscription.memberId()).signature());
	}

}
