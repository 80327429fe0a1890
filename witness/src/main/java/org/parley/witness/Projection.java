package org.parley.witness;

import org.bson.Document;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * What the witness knows of threads, posts, votes and people, as any listener would keep
 * it: by id and version, and never older than it was. Two witnesses can be compared by
 * it.
 */
@Component
class Projection {

	private final MongoOperations mongo;

	Projection(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void apply(String type, JsonNode data) {
		switch (type.substring(0, type.indexOf('.'))) {
			case "thread" -> thread(data);
			case "post" -> post(data);
			case "votes" -> score(data.path("id"), data);
			case "user" -> user(data);
			default -> {
				// nothing that is compared
			}
		}
	}

	private void thread(JsonNode data) {
		var thread = data.path("thread");
		save("threads", thread.path("id"), thread.path("version").asLong(),
				text(thread, "title").append("status", string(thread.path("status"))));
		score(thread.path("id"), data.path("votes"));
	}

	private void post(JsonNode data) {
		var post = data.path("post");
		if (!post.has("version")) {
			return; // what its readers do not see
		}
		save("posts", post.path("id"), post.path("version").asLong(),
				text(post, "content").append("status", string(post.path("status")))
					.append("number", post.path("number").asInt())
					.append("threadId", string(data.path("thread").path("id"))));
		score(post.path("id"), data.path("votes"));
	}

	/** Votes of their own, or in a snapshot; none before the first was cast. */
	private void score(JsonNode id, JsonNode votes) {
		if (votes.path("version").asLong(0) > 0) {
			save("scores", id, votes.path("version").asLong(),
					new Document("up", votes.path("up").asInt()).append("down", votes.path("down").asInt()));
		}
	}

	private void user(JsonNode data) {
		var user = data.path("user");
		save("users", user.path("id"), data.path("version").asLong(), text(user, "username").append("roles",
				data.path("roles").valueStream().map((role) -> role.asString("")).toList()));
	}

	private void save(String collection, JsonNode subject, long version, Document state) {
		var id = string(subject);
		var known = this.mongo.findById(id, Document.class, collection);
		if (known == null || known.getLong("version") < version) {
			this.mongo.save(state.append("_id", id).append("version", version), collection);
		}
	}

	private static Document text(JsonNode from, String field) {
		return new Document(field, string(from.path(field)));
	}

	private static String string(JsonNode value) {
		return value.asString("");
	}

}
