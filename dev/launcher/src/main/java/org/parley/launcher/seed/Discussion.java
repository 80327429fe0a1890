package org.parley.launcher.seed;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import com.github.f4b6a3.ulid.UlidCreator;
import org.bson.Document;

/**
 * A thread with its posts, as documents of forum-service.
 *
 * @param thread the thread's document
 * @param posts the posts' documents, in order
 */
record Discussion(Document thread, List<Document> posts) {

	Discussion {
		posts = List.copyOf(posts);
	}

	/** Copies the posts with new ids and with numbers after the given one. */
	List<Document> copyAfter(int before) {
		return this.posts.stream()
			.map((post) -> copyAfter(post, before))
			.collect(Collectors.toCollection(ArrayList::new));
	}

	private static Document copyAfter(Document post, int before) {
		var id = UlidCreator.getUlid(post.getDate("createdAt").toInstant().toEpochMilli()).toString();
		return new Document(post).append("_id", id).append("number", post.getInteger("number") + before);
	}

}
