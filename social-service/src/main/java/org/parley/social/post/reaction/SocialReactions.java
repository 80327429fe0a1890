package org.parley.social.post.reaction;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.social.page.ListRange;

import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored reactions. */
@Component
public class SocialReactions {

	private final MongoOperations mongo;

	SocialReactions(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Finds the kinds of a person's reactions by target; none for guests. */
	public Map<String, ReactionKind> of(@Nullable String personId, Collection<String> targetIds) {
		if (personId == null || targetIds.isEmpty()) {
			return Map.of();
		}
		var ids = targetIds.stream().map((id) -> SocialReaction.id(personId, id)).toList();
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), SocialReaction.class)
			.stream()
			.collect(Collectors.toUnmodifiableMap(SocialReaction::targetId, SocialReaction::kind));
	}

	Optional<SocialReaction> find(String personId, String targetId) {
		return Optional.ofNullable(this.mongo.findById(SocialReaction.id(personId, targetId), SocialReaction.class));
	}

	void save(SocialReaction reaction) {
		this.mongo.save(reaction);
	}

	void remove(SocialReaction reaction) {
		this.mongo.remove(new Query(Criteria.where("_id").is(reaction.id())), SocialReaction.class);
	}

	/** Finds the reactions to a post or comment, latest first. */
	List<SocialReaction> to(String targetId, ListRange range) {
		return this.mongo.find(range.query(Criteria.where("targetId").is(targetId), "seq", Direction.DESC),
				SocialReaction.class);
	}

}
