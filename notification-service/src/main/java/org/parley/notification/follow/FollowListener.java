package org.parley.notification.follow;

import java.util.Objects;

import org.parley.contracts.forum.category.SubscriptionChanged;
import org.parley.notification.follow.FollowedTarget.FollowLevel;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.EventConsumer;
import org.parley.platform.messaging.inbox.EventHandler;

/** Stores what users follow and mute. */
@EventConsumer(value = "notifications", repeatable = true)
class FollowListener {

	private final FollowedTargets followedTargets;

	private final RecipientPeople recipientPeople;

	FollowListener(FollowedTargets followedTargets, RecipientPeople recipientPeople) {
		this.followedTargets = followedTargets;
		this.recipientPeople = recipientPeople;
	}

	/** Ignores late events about deleted users. */
	@EventHandler({ "subscription.changed", "subscription.snapshot" })
	void on(SubscriptionChanged follow, EventEnvelope event) {
		if (this.recipientPeople.findById(follow.person().id()).filter(RecipientPerson::isGone).isEmpty()) {
			var since = Objects.requireNonNullElse(follow.since(), event.time());
			this.followedTargets.saveIfNewer(FollowedTarget.of(follow.person().id(),
					FollowTarget.of(follow.target().kind(), follow.target().id()), FollowLevel.of(follow.level()),
					since, follow.version()));
		}
	}

}
