package org.parley.forum.postpage;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.post.Post;
import org.parley.forum.vote.Votes;
import org.parley.platform.security.Caller;
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
class ReaderOverlay {

	private final Votes votes;

	private final MongoOperations mongo;

	ReaderOverlay(Votes votes, MongoOperations mongo) {
		this.votes = votes;
		this.mongo = mongo;
	}

	/** What is the reader's own in a page; empty when there is nothing. */
	Optional<Overlay> in(PageOutline page, Caller reader) {
		var votesById = this.votes.of(reader.id(), page.ids());
		var covered = page.coveredOf(reader.id());
		return (votesById.isEmpty() && covered.isEmpty()) ? Optional.empty()
				: Optional.of(new Overlay(votesById, covered.isEmpty() ? Map.of() : find(covered)));
	}

	private Map<String, Post> find(List<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), Post.class)
			.stream()
			.collect(Collectors.toMap(Post::id, Function.identity()));
	}

	/**
	 * What lies over a page.
	 *
	 * @param votes the reader's votes, by post
	 * @param covered their own posts that others may not read, by id
	 */
	record Overlay(Map<String, Integer> votes, Map<String, Post> covered) {

		void lay(ObjectNode post) {
			var vote = this.votes.get(PageOutline.id(post));
			if (vote != null) {
				post.put("myVote", vote);
			}
			var own = this.covered.get(PageOutline.id(post));
			if (own != null) {
				post.put("content", own.content()).put("html", own.html());
			}
		}

	}

}
