package org.parley.notification.follow;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.notification.person.RecipientPeople;
import org.parley.notification.person.RecipientPerson;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.EventConsumer;
import org.parley.platform.events.inbox.EventHandler;

/** Hears what people follow and mute. */
@EventConsumer("notifications")
class FollowListener {

	private final FollowedTargets followedTargets;

	private final RecipientPeople recipientPeople;

	FollowListener(FollowedTargets followedTargets, RecipientPeople recipientPeople) {
		this.followedTargets = followedTargets;
		this.recipientPeople = recipientPeople;
	}

	/** Of somebody who has left nothing is kept, however late it comes. */
	@EventHandler({ "subscription.changed", "subscription.snapshot" })
	void on(Told told, EventEnvelope event) {
		if (this.recipientPeople.byId(told.person().id()).filter(RecipientPerson::isGone).isEmpty()) {
			var since = Objects.requireNonNullElse(told.since(), event.time());
			this.followedTargets.learn(FollowedTarget.of(told.person().id(),
					FollowTarget.of(told.target().kind(), told.target().id()), told.level(), since, told.version()));
		}
	}

	/** How much somebody wants to hear of something. */
	record Told(Someone person, Of target, FollowLevel level, long version, @Nullable Instant since) {
	}

	/** Who. */
	record Someone(String id) {
	}

	/** Of what: a thread, a category or a tag. */
	record Of(String kind, String id) {
	}

}
