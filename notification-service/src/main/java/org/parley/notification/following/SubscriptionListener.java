package org.parley.notification.following;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.notification.person.People;
import org.parley.notification.person.Person;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.inbox.Hears;
import org.parley.platform.events.inbox.Listens;

/** Hears what people follow and mute. */
@Listens("notifications")
class SubscriptionListener {

	private final Subscriptions subscriptions;

	private final People people;

	SubscriptionListener(Subscriptions subscriptions, People people) {
		this.subscriptions = subscriptions;
		this.people = people;
	}

	/** Of somebody who has left nothing is kept, however late it comes. */
	@Hears({ "subscription.changed", "subscription.snapshot" })
	void on(Told told, EventEnvelope event) {
		if (this.people.byId(told.person().id()).filter(Person::isGone).isEmpty()) {
			var since = Objects.requireNonNullElse(told.since(), event.time());
			this.subscriptions.learn(Subscription.of(told.person().id(),
					Target.of(told.target().kind(), told.target().id()), told.level(), since, told.version()));
		}
	}

	/** How much somebody wants to hear of something. */
	record Told(Someone person, Of target, Level level, long version, @Nullable Instant since) {
	}

	/** Who. */
	record Someone(String id) {
	}

	/** Of what: a thread, a category or a tag. */
	record Of(String kind, String id) {
	}

}
