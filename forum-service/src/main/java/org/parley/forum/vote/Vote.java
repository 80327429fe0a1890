package org.parley.forum.vote;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a person thinks of a thread or a post: the truth that counters are folded from.
 *
 * @param id the person's id and the target's, with a colon between them
 * @param targetId the thread or post
 * @param value 1, 0 or -1
 * @param at since when
 */
@Document("votes")
public record Vote(@Id String id, String targetId, int value, Instant at) {

	/** The id of a person's vote on a target. */
	public static String id(String memberId, String targetId) {
		return memberId + ":" + targetId;
	}

}
