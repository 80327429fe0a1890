package org.parley.forum.search;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.bson.Document;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.post.Post;
import org.parley.forum.thread.ForumThread;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Reads what searches show of the stored threads and posts. A page of hits needs a third
 * of their fields, which are read without mapping the rest.
 */
@Component
class FoundContents {

	private static final String ID = "_id";

	private final MongoOperations mongo;

	FoundContents(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Returns the listed threads among some ids. */
	List<FoundThread> threads(Collection<String> ids) {
		return find(ForumThread.class, ids, "title", "slug", "categoryId", "authorId", "createdAt", "listed").stream()
			.filter((thread) -> thread.getBoolean("listed", true))
			.map(FoundThread::of)
			.toList();
	}

	/** Returns the posts among some ids that everybody sees. */
	List<FoundPost> posts(Collection<String> ids) {
		return find(Post.class, ids, "threadId", "number", "authorId", "content", "status", "createdAt").stream()
			.filter((post) -> PostStatus.valueOf(post.getString("status")).isShown())
			.map(FoundPost::of)
			.toList();
	}

	private List<Document> find(Class<?> type, Collection<String> ids, String... fields) {
		if (ids.isEmpty()) {
			return List.of();
		}
		var query = new Query(Criteria.where(ID).in(ids));
		query.fields().include(fields);
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(type));
	}

	/** A thread as a search shows it. */
	record FoundThread(String id, String title, String slug, String categoryId, String authorId, Instant createdAt) {

		private static FoundThread of(Document thread) {
			return new FoundThread(thread.getString(ID), thread.getString("title"), thread.getString("slug"),
					thread.getString("categoryId"), thread.getString("authorId"),
					thread.getDate("createdAt").toInstant());
		}

	}

	/**
	 * A post as a search shows it.
	 *
	 * @param number its place in the thread
	 * @param content the Markdown source
	 */
	record FoundPost(String id, String threadId, int number, String authorId, String content, Instant createdAt) {

		private static FoundPost of(Document post) {
			return new FoundPost(post.getString(ID), post.getString("threadId"), post.getInteger("number"),
					post.getString("authorId"), post.getString("content"), post.getDate("createdAt").toInstant());
		}

	}

}
