package org.parley.forum.thread;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.stream.IntStream;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Numbers of posts that will never come, because their transaction was rolled back.
 * Without these, whoever reads the end of a thread would wait for them. Kept for as long
 * as somebody may.
 */
@Component
public class PostNumberGaps implements InitializingBean {

	private static final Duration KEPT = Duration.ofMinutes(5);

	private final MongoOperations mongo;

	private final InstantSource clock;

	PostNumberGaps(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Gap.class)
			.createIndex(new Index("threadId", Sort.Direction.ASC).on("number", Sort.Direction.ASC));
		this.mongo.indexOps(Gap.class).createIndex(new Index("at", Sort.Direction.ASC).expire(KEPT));
	}

	/** None of the numbers will ever be that of a post, the last included. */
	void leave(String threadId, int first, int last) {
		var now = this.clock.instant();
		IntStream.rangeClosed(first, last)
			.mapToObj((number) -> new Gap(threadId + ":" + number, threadId, number, now))
			.forEach(this.mongo::save);
	}

	/** How many of the numbers no post will ever have, the last included. */
	public long count(String threadId, long first, long last) {
		var missing = new Query(Criteria.where("threadId").is(threadId).and("number").gte(first).lte(last));
		return this.mongo.count(missing, Gap.class);
	}

	/**
	 * A number that no post has.
	 *
	 * @param id thread and number
	 * @param threadId the thread
	 * @param number the number
	 * @param at since when that is certain
	 */
	@Document("gaps")
	record Gap(@Id String id, String threadId, int number, Instant at) {
	}

}
