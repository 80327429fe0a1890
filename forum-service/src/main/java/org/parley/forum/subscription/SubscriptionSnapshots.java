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

	private final Subscriptions subscriptions;

	private final Members members;

	SubscriptionSnapshots(Subscriptions subscriptions, Members members) {
		this.subscriptions = subscriptions;
		this.members = members;
	}

	@Override
	public String type() {
		return "subscription.snapshot";
	}

	@Override
	public List<SubscriptionSnapshot> after(@Nullable String memberId, int limit) {
		return this.subscriptions.ofMembersAfter(memberId, limit).stream().map(this::snapshot).toList();
	}

	private SubscriptionSnapshot snapshot(Subscription one) {
		return new SubscriptionSnapshot(this.members.author(one.memberId()).signature(), one.target(), one.level(),
				one.version(), one.at());
	}

}
