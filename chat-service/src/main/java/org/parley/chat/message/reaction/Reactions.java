package org.parley.chat.message.reaction;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored reactions. */
@Component
public class Reactions {

	private final MongoOperations mongo;

	private final InstantSource clock;

	Reactions(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Finds the emoji of a person's reactions to some messages, by message. */
	public Map<String, List<String>> of(String personId, Collection<String> messageIds) {
		if (messageIds.isEmpty()) {
			return Map.of();
		}
		var own = Criteria.where("messageId").in(messageIds).and("personId").is(personId);
		return this.mongo.find(new Query(own), Reaction.class)
			.stream()
			.sorted(Comparator.comparing(Reaction::at))
			.collect(Collectors.groupingBy(Reaction::messageId,
					Collectors.mapping(Reaction::emoji, Collectors.toList())));
	}

	/** Finds everybody's reactions to some messages, by message and person. */
	public Map<String, Map<String, List<String>>> of(Collection<String> messageIds) {
		if (messageIds.isEmpty()) {
			return Map.of();
		}
		return this.mongo.find(new Query(Criteria.where("messageId").in(messageIds)), Reaction.class)
			.stream()
			.sorted(Comparator.comparing(Reaction::at))
			.collect(Collectors.groupingBy(Reaction::messageId, Collectors.groupingBy(Reaction::personId,
					Collectors.mapping(Reaction::emoji, Collectors.toList()))));
	}

	boolean exists(String personId, String messageId, Emoji emoji) {
		return this.mongo.exists(one(personId, messageId, emoji), Reaction.class);
	}

	/**
	 * Inserts a reaction.
	 * @throws OptimisticLockingFailureException if it was inserted after the transaction
	 * began
	 */
	void insert(String personId, String messageId, Emoji emoji) {
		ContendedUpsert.write(() -> this.mongo.insert(Reaction.of(personId, messageId, emoji, this.clock.instant())));
	}

	/** Removes all reactions to some messages. */
	public void removeOf(Collection<String> messageIds) {
		this.mongo.remove(new Query(Criteria.where("messageId").in(messageIds)), Reaction.class);
	}

	/** Removes a reaction; returns whether it existed. */
	boolean remove(String personId, String messageId, Emoji emoji) {
		return this.mongo.remove(one(personId, messageId, emoji), Reaction.class).getDeletedCount() > 0;
	}

	private static Query one(String personId, String messageId, Emoji emoji) {
		return new Query(Criteria.where("_id").is(Reaction.id(personId, messageId, emoji)));
	}

}
