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
record Subscription(@Id String id, String memberId, Target target, Level level, Instant at, long version) {

	/** As it is for everybody who never said anything. */
	static Subscription none(String memberId, Target target) {
		return new Subscription(id(memberId, target), memberId, target, Level.NONE, Instant.EPOCH, 0);
	}

	static String id(String memberId, Target target) {
		return memberId + ":" + target.kind().json() + ":" + target.id();
	}

	Subscription become(Level next, Instant now) {
		return new Subscription(this.id, this.memberId, this.target, next, now, this.version + 1);
	}

}
