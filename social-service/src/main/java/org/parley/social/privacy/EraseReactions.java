package org.parley.social.privacy;

import java.util.Map;

import org.parley.social.post.SocialPosts;
import org.parley.social.post.comment.SocialComments;
import org.parley.social.post.reaction.SocialReaction;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Erases reactions and corrects the counts. Part of a transaction. */
@Component
class EraseReactions {

	private final MongoOperations mongo;

	private final SocialPosts posts;

	private final SocialComments comments;

	EraseReactions(MongoOperations mongo, SocialPosts posts, SocialComments comments) {
		this.mongo = mongo;
		this.posts = posts;
		this.comments = comments;
	}

	int erase(String person, int limit) {
		var own = Criteria.where("_id").gte(person + ":").lt(person + ";");
		var found = this.mongo.find(new Query(own).with(Sort.by("_id")).limit(limit), SocialReaction.class);
		for (var reaction : found) {
			var change = Map.of(reaction.kind().json(), -1);
			if (reaction.isToComment()) {
				this.comments.countReactions(reaction.targetId(), change);
			}
			else {
				this.posts.countReactions(reaction.targetId(), change);
			}
		}
		var ids = found.stream().map(SocialReaction::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), SocialReaction.class);
		return found.size();
	}

}
