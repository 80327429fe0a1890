package org.parley.forum.place;

import java.util.Collection;
import java.util.Optional;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored former places of moved posts. */
@Component
public class FormerPlaces {

	private static final String THREAD = "threadId";

	private static final String NUMBER = "number";

	private final MongoOperations mongo;

	FormerPlaces(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/** Inserts former places. Part of the transaction that moves the posts. */
	public void insert(Collection<FormerPlace> places) {
		this.mongo.insertAll(places);
	}

	public Optional<FormerPlace> find(String threadId, int number) {
		return Optional.ofNullable(this.mongo.findById(FormerPlace.id(threadId, number), FormerPlace.class));
	}

	/** Finds the first former place after a number. */
	public Optional<FormerPlace> after(String threadId, long number) {
		return findFirst(inThread(threadId).and(NUMBER).gt(number), Direction.ASC);
	}

	/** Finds the last former place before a number. */
	public Optional<FormerPlace> before(String threadId, long number) {
		return findFirst(inThread(threadId).and(NUMBER).lt(number), Direction.DESC);
	}

	/** Finds the last former place up to a number whose post moved to a given thread. */
	public Optional<FormerPlace> upTo(String threadId, int number, String into) {
		return findFirst(inThread(threadId).and("into").is(into).and(NUMBER).lte(number), Direction.DESC);
	}

	/** Counts the former places in a range of numbers, both ends included. */
	public long count(String threadId, long first, long last) {
		return this.mongo.count(new Query(inThread(threadId).and(NUMBER).gte(first).lte(last)), FormerPlace.class);
	}

	private Optional<FormerPlace> findFirst(Criteria places, Direction direction) {
		var query = new Query(places).with(Sort.by(direction, NUMBER)).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, FormerPlace.class));
	}

	private static Criteria inThread(String threadId) {
		return Criteria.where(THREAD).is(threadId);
	}

}
