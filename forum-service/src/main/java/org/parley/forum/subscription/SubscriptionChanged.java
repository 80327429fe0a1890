package org.parley.forum.subscription;

import java.time.Instant;

import org.parley.forum.member.PersonReference;
import org.parley.platform.messaging.ParleyEvent;
import org.parley.platform.messaging.Publishes;

/**
 * A member has changed the level of a subscription.
 *
 * @param person the member
 * @param target the thread, category or tag
 * @param level the new level
 * @param version the version of this subscription
 * @param since the time of the change
 */
@Publishes("subscription.changed")
public record SubscriptionChanged(PersonReference person, SubscriptionTarget target, SubscriptionLevel level,
		long version, Instant since) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

}
