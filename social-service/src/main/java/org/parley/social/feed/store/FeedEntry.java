package org.parley.social.feed.store;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post in the feed of a person.
 *
 * @param id the ids of the owner and the post, so it is there once
 * @param ownerId the id of the owner
 * @param postId the id of the post, which sorts by time
 * @param authorId the id of its author
 */
@Document("feed")
public record FeedEntry(@Id String id, String ownerId, String postId, String authorId) {

	public static FeedEntry of(String ownerId, String postId, String authorId) {
		return new FeedEntry(id(ownerId, postId), ownerId, postId, authorId);
	}

	public static String id(String ownerId, String postId) {
		return ownerId + ":" + postId;
	}

}
