package org.parley.forum.thread;

import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The post numbers that stay unused because their transaction was rolled back. Without
 * these records, a page at the end of a thread would wait for such a number. MongoDB
 * deletes them after five minutes, when no transaction can still be open.
 */
@Component
public class PostNumberGaps {

	private final MongoOperations mongo;

	private final InstantSource clock;

	PostNumberGaps(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	/** Records that no post will have these numbers, both ends included. */
	void record(String threadId, int first, int last) {
		var now = this.clock.instant();
		IntStream.rangeClosed(first, last)
			.mapToObj((number) -> new Gap(threadId + ":" + number, threadId, number, now))
			.forEach(this.mongo::save);
	}

	/** Counts the recorded numbers in a range, both ends included. */
	public long count(String threadId, long first, long last) {
		var missing = new Query(Criteria.where("threadId").is(threadId).and("number").gte(first).lte(last));
		return this.mongo.count(missing, Gap.class);
	}

	/**
	 * An unused post number.
	 *
	 * @param id the thread's id and the number, separated by a colon
	 */
	@Document("post_number_gaps")
	@CompoundIndex(def = "{'threadId': 1, 'number': 1}")
	record Gap(@Id String id, String threadId, int number,
			@Indexed(expireAfter = "5m", useGeneratedName = true) Instant at) {
	}

}
