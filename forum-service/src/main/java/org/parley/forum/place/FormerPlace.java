package org.parley.forum.place;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where a post was before it went to another thread. Kept for ever: links lead there.
 *
 * @param id thread and number
 * @param threadId the thread that it left
 * @param number its number there, which no other post will have
 * @param postId the post
 * @param into the thread that it went to
 * @param as the number that it was given there
 */
@Document("places")
public record FormerPlace(@Id String id, String threadId, int number, String postId, String into, int as) {

	/** The place that a post leaves. */
	public static FormerPlace left(String threadId, int number, String postId, String into, int as) {
		return new FormerPlace(id(threadId, number), threadId, number, postId, into, as);
	}

	static String id(String threadId, int number) {
		return threadId + ":" + number;
	}

}
