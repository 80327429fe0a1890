package org.parley.forum.subscription;

import java.time.Instant;

import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * The current state of a subscription.
 *
 * @param person the member
 * @param target the thread, category or tag
 * @param level the level
 * @param version the version of this subscription
 * @param since the time of the last change
 */
@Publishes("subscription.snapshot")
record SubscriptionSnapshot(PersonReference person, SubscriptionTarget target, SubscriptionLevel level, long version,
		Instant since) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
