package org.parley.social.feed.store;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A post in the feed of a person.
 *
 * @param id the ids of the owner and the post, which sorts by time; so it is there once
 */
@Document("feed")
public record FeedEntry(@Id String id) {

	private static final char SEPARATOR = ':';

	public static FeedEntry of(String ownerId, String postId) {
		return new FeedEntry(id(ownerId, postId));
	}

	static String id(String ownerId, String postId) {
		return ownerId + SEPARATOR + postId;
	}

	static String ownerId(String id) {
		return id.substring(0, id.indexOf(SEPARATOR));
	}

	static String postId(String id) {
		return id.substring(id.indexOf(SEPARATOR) + 1);
	}

}
