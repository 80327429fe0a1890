package org.parley.forum.bookmark;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A mark that a person put on a thread or a post.
 *
 * @param id given when it was put, so that marks sort by time
 * @param memberId whose it is
 * @param targetId the post; for a whole thread, the thread
 * @param threadId the thread
 * @param at when it was put
 */
@Document("bookmarks")
record Bookmark(@Id String id, String memberId, String targetId, String threadId, Instant at) {

	boolean isOfPost() {
		return !this.targetId.equals(this.threadId);
	}

}
