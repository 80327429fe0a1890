package org.parley.forum.place;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The place of a post before it was moved to another thread. Never deleted, so that old
 * links continue to work.
 *
 * @param id the thread's id and the number, separated by a colon
 * @param threadId the id of the previous thread
 * @param number the previous number, which no other post will have
 * @param into the id of the new thread
 * @param as the number in the new thread
 */
@Document("former_places")
@CompoundIndex(def = "{'threadId': 1, 'number': 1}")
@CompoundIndex(def = "{'threadId': 1, 'into': 1, 'number': 1}")
public record FormerPlace(@Id String id, String threadId, int number, String postId, String into, int as) {

	/** Creates the record of a move. */
	public static FormerPlace of(String threadId, int number, String postId, String into, int as) {
		return new FormerPlace(id(threadId, number), threadId, number, postId, into, as);
	}

	static String id(String threadId, int number) {
		return threadId + ":" + number;
	}

}
