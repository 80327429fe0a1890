package org.parley.contracts.forum.category;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.contracts.EventType;
import org.parley.contracts.OptionalValue;
import org.parley.contracts.ParleyEvent;
import org.parley.contracts.PersonReference;
import org.parley.contracts.Publishes;

/**
 * A member has changed the level of a subscription, or its current state was requested.
 *
 * @param type {@code subscription.changed} or {@code subscription.snapshot}
 * @param person the member
 * @param target the thread, category or tag
 * @param level {@code following}, {@code muted} or {@code none}
 * @param since the time of the last change; null in older events
 */
@Publishes({ "subscription.changed", "subscription.snapshot" })
public record SubscriptionChanged(@EventType String type, PersonReference person, Target target, String level,
		long version, @OptionalValue @Nullable Instant since) implements ParleyEvent {

	@Override
	public String subject() {
		return this.person.id();
	}

	/**
	 * The target of a subscription.
	 *
	 * @param kind {@code thread}, {@code category} or {@code tag}
	 * @param id the id of the thread or category, or the key of the tag
	 */
	public record Target(String kind, String id) {
	}

}
