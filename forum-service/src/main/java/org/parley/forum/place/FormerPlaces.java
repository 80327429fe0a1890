package org.parley.forum.place;

import java.util.Collection;
import java.util.Optional;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The places that posts have left. */
@Component
public class FormerPlaces implements InitializingBean {

	private static final String THREAD = "threadId";

	private static final String NUMBER = "number";

	private final MongoOperations mongo;

	FormerPlaces(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(FormerPlace.class);
		indexes.createIndex(new Index(THREAD, Direction.ASC).on(NUMBER, Direction.ASC));
		indexes.createIndex(new Index(THREAD, Direction.ASC).on("into", Direction.ASC).on(NUMBER, Direction.ASC));
	}

	/** Keeps places that posts leave. Part of the transaction that moves them. */
	public void keep(Collection<FormerPlace> left) {
		this.mongo.insertAll(left);
	}

	/** The place of that number, if its post has left it. */
	public Optional<FormerPlace> find(String threadId, int number) {
		return Optional.ofNullable(this.mongo.findById(FormerPlace.id(threadId, number), FormerPlace.class));
	}

	/** The first place after a number that was left. */
	public Optional<FormerPlace> after(String threadId, long number) {
		return first(of(threadId).and(NUMBER).gt(number), Direction.ASC);
	}

	/** The last place before a number that was left. */
	public Optional<FormerPlace> before(String threadId, long number) {
		return first(of(threadId).and(NUMBER).lt(number), Direction.DESC);
	}

	/** The last place up to a number whose post went to a certain thread. */
	public Optional<FormerPlace> upTo(String threadId, int number, String into) {
		return first(of(threadId).and("into").is(into).and(NUMBER).lte(number), Direction.DESC);
	}

	/** How many posts have left the places of these numbers, the last included. */
	public long count(String threadId, long first, long last) {
		return this.mongo.count(new Query(of(threadId).and(NUMBER).gte(first).lte(last)), FormerPlace.class);
	}

	private Optional<FormerPlace> first(Criteria some, Direction direction) {
		var query = new Query(some).with(Sort.by(direction, NUMBER)).limit(1);
		return Optional.ofNullable(this.mongo.findOne(query, FormerPlace.class));
	}

	private static Criteria of(String threadId) {
		return Criteria.where(THREAD).is(threadId);
	}

}
