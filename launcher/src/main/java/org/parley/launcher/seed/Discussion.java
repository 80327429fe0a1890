package org.parley.launcher.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.UlidCreator;
import org.bson.Document;

/**
 * A thread and its posts, as forum-service stores them.
 *
 * @param thread its one document
 * @param posts their documents, in order
 */
record Discussion(Document thread, List<Document> posts) {

	Discussion {
		posts = List.copyOf(posts);
	}

	/** The same posts once more, behind so many others. */
	List<Document> again(int before) {
		return this.posts.stream().map((post) -> again(post, before)).collect(Collectors.toCollection(ArrayList::new));
	}

	private static Document again(Document post, int before) {
		var id = UlidCreator.getUlid(post.getDate("createdAt").toInstant().toEpochMilli()).toString();
		return new Document(post).append("_id", id).append("number", post.getInteger("number") + before);
	}

}
