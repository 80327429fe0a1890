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
 * The tokens that the model may take in a day (UTC), all instances together. What a
 * question may cost at most is taken before it is asked, and what it did not cost is
 * given back; a crash in between leaves too much taken, never too little.
 */
@Component
class TokenBudget implements InitializingBean {

	private static final String COLLECTION = "budgets";

	private static final Duration KEPT = Duration.ofDays(90);

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
		this.mongo.indexOps(COLLECTION).createIndex(new Index("day", Sort.Direction.ASC).expire(KEPT));
	}

	/**
	 * Takes tokens of today.
	 * @throws TokenBudgetSpentException when there are not so many left
	 */
	Taken take(long tokens) {
		var now = this.clock.instant();
		var today = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
		if (tokens > this.daily) {
			throw new TokenBudgetSpentException();
		}
		var enough = new Query(Criteria.where("_id").is(today).and("spent").lte(this.daily - tokens));
		try {
			this.mongo.upsert(enough, new Update().inc("spent", tokens).setOnInsert("day", now), Document.class,
					COLLECTION);
			return new Taken(today, tokens);
		}
		catch (DuplicateKeyException ex) {
			return takeOfWhatIsThere(enough, today, tokens);
		}
	}

	/** The first two of a day meet; else there is not enough. */
	private Taken takeOfWhatIsThere(Query enough, String today, long tokens) {
		if (this.mongo.updateFirst(enough, new Update().inc("spent", tokens), COLLECTION).getModifiedCount() == 0) {
			throw new TokenBudgetSpentException();
		}
		return new Taken(today, tokens);
	}

	/** Says what a question did cost. */
	void settle(Taken taken, long cost) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(taken.day())),
				new Update().inc("spent", cost - taken.tokens()), COLLECTION);
	}

	/**
	 * What was taken.
	 *
	 * @param day of which budget
	 * @param tokens how many
	 */
	record Taken(String day, long tokens) {
	}

}
