package org.parley.summary.engine.chat;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.bson.Document;
import org.parley.summary.engine.SummarySettings;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The model's token budget per day (UTC), shared by all instances. A call reserves its
 * highest possible cost and settles the real cost afterwards; a crash in between leaves
 * the budget overcharged, never overspent.
 */
@Component
class TokenBudget implements InitializingBean {

	private static final String COLLECTION = "budgets";

	private static final Duration RETENTION = Duration.ofDays(90);

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final long daily;

	TokenBudget(MongoOperations mongo, InstantSource clock, SummarySettings settings) {
		this.mongo = mongo;
		this.clock = clock;
		this.daily = settings.tokensPerDay();
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(COLLECTION).createIndex(new Index("day", Sort.Direction.ASC).expire(RETENTION));
	}

	/**
	 * Reserves tokens of today's budget.
	 * @throws TokenBudgetSpentException when the budget does not suffice
	 */
	Reservation reserve(long tokens) {
		var now = this.clock.instant();
		var today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
		if (tokens > this.daily) {
			throw new TokenBudgetSpentException();
		}
		var sufficient = new Query(Criteria.where("_id").is(today).and("spent").lte(this.daily - tokens));
		try {
			this.mongo.upsert(sufficient, new Update().inc("spent", tokens).setOnInsert("day", now), Document.class,
					COLLECTION);
			return new Reservation(today, tokens);
		}
		catch (DuplicateKeyException ex) {
			return reserveOfExisting(sufficient, today, tokens);
		}
	}

	/** Today's document exists: a concurrent call created it, or the budget is spent. */
	private Reservation reserveOfExisting(Query sufficient, String today, long tokens) {
		if (this.mongo.updateFirst(sufficient, new Update().inc("spent", tokens), COLLECTION).getModifiedCount() == 0) {
			throw new TokenBudgetSpentException();
		}
		return new Reservation(today, tokens);
	}

	/** Replaces a reservation by the real cost. */
	void settle(Reservation reservation, long cost) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(reservation.day())),
				new Update().inc("spent", cost - reservation.tokens()), COLLECTION);
	}

	/**
	 * Reserved tokens.
	 *
	 * @param day the day of the budget
	 * @param tokens the number of tokens
	 */
	record Reservation(String day, long tokens) {
	}

}
