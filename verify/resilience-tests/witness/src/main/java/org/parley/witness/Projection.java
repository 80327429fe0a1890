package org.parley.witness;

import org.bson.Document;
import tools.jackson.databind.JsonNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * The state of threads, posts, votes and users, updated by id and version as in any
 * consumer. Drills compare the projections of two witnesses.
 */
@Component
class Projection {

	private final MongoOperations mongo;

	Projection(MongoOperations mongo) {
		this.mongo = mongo;
	}

	void apply(String type, JsonNode data) {
		switch (type.substring(0, type.indexOf('.'))) {
			case "thread" -> saveThread(data);
			case "post" -> savePost(data);
			case "votes" -> saveScore(data.path("id"), data);
			case "user" -> saveUser(data);
			default -> {
				// Other events are not compared.
			}
		}
	}

	private void saveThread(JsonNode data) {
		var thread = data.path("thread");
		save("threads", thread.path("id"), thread.path("version").asLong(),
				text(thread, "title").append("status", string(thread.path("status"))));
		saveScore(thread.path("id"), data.path("votes"));
	}

	private void savePost(JsonNode data) {
		var post = data.path("post");
		if (!post.has("version")) {
			return; // The post is not visible to readers.
		}
		save("posts", post.path("id"), post.path("version").asLong(),
				text(post, "content").append("status", string(post.path("status")))
					.append("number", post.path("number").asInt())
					.append("threadId", string(data.path("thread").path("id"))));
		saveScore(post.path("id"), data.path("votes"));
	}

	/** Saves the score of a vote event or a snapshot; version 0 means no votes. */
	private void saveScore(JsonNode id, JsonNode votes) {
		if (votes.path("version").asLong(0) > 0) {
			save("scores", id, votes.path("version").asLong(),
					new Document("up", votes.path("up").asInt()).append("down", votes.path("down").asInt()));
		}
	}

	private void saveUser(JsonNode data) {
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
