package org.parley.forum.reading;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.post.Post;
import org.parley.forum.vote.Votes;
import org.parley.platform.security.Caller;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * What only one reader sees in a page that all share: their votes, and what their own
 * posts say while others may not read it.
 */
@Component
class Own {

	private final Votes votes;

	private final MongoOperations mongo;

	Own(Votes votes, MongoOperations mongo) {
		this.votes = votes;
		this.mongo = mongo;
	}

	/**
	 * Lays what is the reader's own over the posts of a page.
	 * @return whether there was anything
	 */
	boolean layOver(JsonNode posts, Caller reader) {
		var votesById = this.votes.of(reader.id(), posts.valueStream().map(Own::id).toList());
		var covered = covered(posts, reader);
		posts.valueStream().map(ObjectNode.class::cast).forEach((post) -> layOver(post, votesById, covered));
		return !votesById.isEmpty() || !covered.isEmpty();
	}

	private Map<String, Post> covered(JsonNode posts, Caller reader) {
		var ids = posts.valueStream()
			.filter((post) -> post.path("content").isNull()
					&& post.path("author").path("id").asString().equals(reader.id()))
			.map(Own::id)
			.toList();
		return ids.isEmpty() ? Map.of() : find(ids);
	}

	private Map<String, Post> find(List<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Post.class)
			.stream()
			.collect(Collectors.toMap(Post::id, Function.identity()));
	}

	private static void layOver(ObjectNode post, Map<String, Integer> votes, Map<String, Post> covered) {
		var vote = votes.get(id(post));
		if (vote != null) {
			post.put("myVote", vote);
		}
		var own = covered.get(id(post));
		if (own != null) {
			post.put("content", own.content()).put("html", own.html());
		}
	}

	private static String id(JsonNode post) {
		return post.path("id").asString();
	}

}
