package org.parley.forum.subscription;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How much a person wants to hear of something. Kept when it is taken back, so that its
 * version goes on.
 *
 * @param id the person, the kind and the target, with colons between them
 * @param memberId the person
 * @param target of what
 * @param level how much
 * @param at since when
 * @param version grows with every change; 0 before the first
 */
@Document("subscriptions")
public record ThreadSubscription(@Id String id, String memberId, SubscriptionTarget target, SubscriptionLevel level,
		Instant at, long version) {

	/** As it is for everybody who never said anything. */
	public static ThreadSubscription none(String memberId, SubscriptionTarget target) {
		return new ThreadSubscription(id(memberId, target), memberId, target, SubscriptionLevel.NONE, Instant.EPOCH, 0);
	}

	static String id(String memberId, SubscriptionTarget target) {
		return memberId + ":" + target.kind().json() + ":" + target.id();
	}

	public ThreadSubscription become(SubscriptionLevel next, Instant now) {
		return new ThreadSubscription(this.id, this.memberId, this.target, next, now, this.version + 1);
	}

}
