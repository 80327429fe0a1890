package org.parley.forum.bookmark;

import java.time.Instant;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A bookmark of a member on a thread or a post.
 *
 * @param id a ULID, so that bookmarks sort by creation time
 * @param memberId the id of the owner
 * @param targetId the id of the post, or of the thread if the whole thread is bookmarked
 * @param at the creation time
 */
@Document(Bookmarks.COLLECTION)
@CompoundIndex(def = "{'memberId': 1, 'targetId': 1}", unique = true)
@CompoundIndex(def = "{'memberId': 1, '_id': -1}")
@CompoundIndex(def = "{'memberId': 1, 'threadId': 1, '_id': -1}")
@CompoundIndex(def = "{'threadId': 1, 'targetId': 1}")
public record Bookmark(@Id String id, String memberId, String targetId, String threadId, Instant at) {

	public boolean isOfPost() {
		return !this.targetId.equals(this.threadId);
	}

}
