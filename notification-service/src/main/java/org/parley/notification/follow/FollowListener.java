package org.parley.notification.follow;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
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

	/** Posts notify their followers later than that. */
	private static final Duration ON_TIME = Duration.ofMillis(250);

	/** Older news waits for nobody. */
	private static final Duration LATEST = Duration.ofHours(1);

	private final FollowedTargets followedTargets;

	private final RecipientPeople recipientPeople;

	private final MissedNews missedNews;

	private final InstantSource clock;

	FollowListener(FollowedTargets followedTargets, RecipientPeople recipientPeople, MissedNews missedNews,
			InstantSource clock) {
		this.followedTargets = followedTargets;
		this.recipientPeople = recipientPeople;
		this.missedNews = missedNews;
		this.clock = clock;
	}

	/** Ignores late events about deleted users. */
	@EventHandler({ "subscription.changed", "subscription.snapshot" })
	void on(SubscriptionChanged follow, EventEnvelope event) {
		if (this.recipientPeople.findById(follow.person().id()).filter(RecipientPerson::isGone).isEmpty()) {
			var since = Objects.requireNonNullElse(follow.since(), event.time());
			var target = FollowedTarget.of(follow.person().id(),
					FollowTarget.of(follow.target().kind(), follow.target().id()), FollowLevel.of(follow.level()),
					since, follow.version());
			this.followedTargets.saveIfNewer(target);
			if (follow.type().equals("subscription.changed") && isLate(since)
					&& this.followedTargets.isFollowing(target)) {
				this.missedNews.notifyFollower(follow.person().id(), follow.target(), since);
			}
		}
	}

	/** Whether posts since a time may have notified their followers. */
	private boolean isLate(Instant since) {
		var now = this.clock.instant();
		return since.isBefore(now.minus(ON_TIME)) && since.isAfter(now.minus(LATEST));
	}

}
