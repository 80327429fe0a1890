package org.parley.forum.progress;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The last post that a member has read in a thread.
 *
 * @param id the ids of the member and the thread, joined by a colon
 * @param number the number of the post
 * @param at when the member read it
 */
@Document("read_positions")
record ReadPosition(@Id String id, int number, Instant at) {

	String threadId() {
		return this.id.substring(this.id.indexOf(':') + 1);
	}

	static String id(String memberId, String threadId) {
		return memberId + ":" + threadId;
	}

}
