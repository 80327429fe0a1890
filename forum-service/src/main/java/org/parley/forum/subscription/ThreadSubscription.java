package org.parley.forum.subscription;

import java.time.Instant;

import org.parley.contracts.PersonReference;
import org.parley.contracts.forum.category.SubscriptionChanged;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member's subscription to a thread, a category or a tag. It is kept at level
 * {@code none} after unsubscribing, so that its version keeps increasing.
 *
 * @param id the ids of the member, the kind and the target, joined by colons
 * @param target the thread, category or tag
 * @param level the notification level
 * @param at the time of the last change
 * @param version increases with every change; 0 before the first
 */
@Document("subscriptions")
@CompoundIndex(def = "{'memberId': 1, '_id': 1, 'level': 1, 'target.kind': 1}")
@CompoundIndex(def = "{'target._id': 1, 'level': 1}")
public record ThreadSubscription(@Id String id, String memberId, SubscriptionTarget target, SubscriptionLevel level,
		Instant at, long version) {

	/** The default, which is not stored. */
	public static ThreadSubscription none(String memberId, SubscriptionTarget target) {
		return new ThreadSubscription(id(memberId, target), memberId, target, SubscriptionLevel.NONE, Instant.EPOCH, 0);
	}

	static String id(String memberId, SubscriptionTarget target) {
		return memberId + ":" + target.kind().json() + ":" + target.id();
	}

	public ThreadSubscription withLevel(SubscriptionLevel next, Instant now) {
		return new ThreadSubscription(this.id, this.memberId, this.target, next, now, this.version + 1);
	}

	/** The event about the current state. */
	public SubscriptionChanged event(String type, PersonReference member) {
		return new SubscriptionChanged(type, member,
				new SubscriptionChanged.Target(this.target.kind().json(), this.target.id()), this.level.json(),
				this.version, this.at);
	}

}
