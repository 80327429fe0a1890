package org.parley.platform.jobs;

import java.time.Instant;
import java.util.Objects;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

/** The processed times of each job. A new job starts with the current time. */
class JobTimes {

	private final MongoOperations mongo;

	JobTimes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * The last processed time of a job. A future time, which a wrong clock has written,
	 * is replaced by the current one.
	 */
	Instant loadOrStart(String job, Instant now) {
		try {
			return change(job, new Update().min("seen", now));
		}
		catch (DuplicateKeyException ex) {
			return change(job, new Update().min("seen", now));
		}
	}

	/** Marks a scheduled time as processed. */
	void markSeen(String job, Instant time) {
		change(job, new Update().max("seen", time));
	}

	private Instant change(String job, Update update) {
		return Objects.requireNonNull(this.mongo.findAndModify(new Query(Criteria.where("_id").is(job)), update,
				FindAndModifyOptions.options().upsert(true).returnNew(true), JobTime.class))
			.seen();
	}

}
