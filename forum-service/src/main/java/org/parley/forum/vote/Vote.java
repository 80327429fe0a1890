package org.parley.forum.vote;

import java.time.Instant;

import org.parley.forum.counter.CounterTarget;
import org.parley.platform.domain.RefusalException;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A member's vote on a post. The counters are derived from the votes.
 *
 * @param id the member's id and the post's id, separated by a colon
 * @param targetId the id of the post
 * @param value 1, 0 or -1
 * @param at when the value was set
 */
@Document("votes")
@CompoundIndex(def = "{'targetId': 1, 'value': 1}")
public record Vote(@Id String id, String targetId, int value, Instant at) {

	/**
	 * Creates a member's vote.
	 * @throws RefusalException 403 {@code vote.own}
	 */
	public static Vote of(String memberId, CounterTarget target, int value, Instant now) {
		if (memberId.equals(target.authorId())) {
			throw RefusalException.forbidden("vote.own", "You cannot vote on your own threads and posts.");
		}
		return new Vote(id(memberId, target.targetId()), target.targetId(), value, now);
	}

	public static String id(String memberId, String targetId) {
		return memberId + ":" + targetId;
	}

}
