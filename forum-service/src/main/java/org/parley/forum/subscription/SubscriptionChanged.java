package org.parley.forum.subscription;

import java.time.Instant;

import org.parley.forum.member.PersonReference;
import org.parley.platform.events.ParleyEvent;
import org.parley.platform.events.Publishes;

/**
 * A person wants to hear more or less of something.
 *
 * @param person who
 * @param target of what
 * @param level how much
 * @param version of this person's wish about this target
 * @param since since when
 */
@Publishes("subscription.changed")
public record SubscriptionChanged(PersonReference person, SubscriptionTarget target, SubscriptionLevel level, long version,
		Instant since) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

	@Override
	public String partitionKey() {
		return this.person.id();
	}

}
