package org.parley.forum.progress;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * How far a person has read in a thread.
 *
 * @param id the person and the thread, with a colon between them
 * @param number of the last post that they have read
 * @param at when they read it
 */
@Document("progress")
record ReadPosition(@Id String id, int number, Instant at) {

	static String id(String memberId, String threadId) {
		return memberId + ":" + threadId;
	}

}
