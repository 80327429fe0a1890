package org.parley.forum.subscription;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.forum.member.Members;
import org.parley.platform.events.snapshot.Snapshot;

import org.springframework.stereotype.Component;

/**
 * Tells all subscriptions anew, also those that were taken back: a listener that was
 * restored may still know them. A page ends with a person, never within one.
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
	public List<SubscriptionSnapshot> after(@Nullable String memberId, int limit) {
		return this.threadSubscriptions.ofMembersAfter(memberId, limit).stream().map(this::snapshot).toList();
	}

	private SubscriptionSnapshot snapshot(ThreadSubscription one) {
		return new SubscriptionSnapshot(this.members.author(one.memberId()).signature(), one.target(), one.level(),
				one.version(), one.at());
	}

}
