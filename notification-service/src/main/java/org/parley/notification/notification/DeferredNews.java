package org.parley.notification.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * What could not be decided yet. Events come in any order: a reply may be heard before
 * its category, or a name before its person.
 */
@Component
class DeferredNews implements InitializingBean {

	private static final Duration FIRST = Duration.ofMillis(500);

	private static final Duration LONGEST = Duration.ofMinutes(30);

	private static final int BATCH = 50;

	private static final String THREAD = "news.place.threadId";

	private final MongoOperations mongo;

	private final InstantSource clock;

	DeferredNews(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(DeferredNewsRecord.class);
		indexes.createIndex(new Index("source", Sort.Direction.ASC));
		indexes.createIndex(new Index(THREAD, Sort.Direction.ASC));
		indexes.createIndex(new Index("nextAt", Sort.Direction.ASC));
	}

	void keep(Recipient recipient, NotificationNews notificationNews) {
		var id = recipient.key() + ":" + notificationNews.kind().json() + ":" + notificationNews.source();
		if (!this.mongo.exists(new Query(Criteria.where("_id").is(id)), DeferredNewsRecord.class)) {
			var now = this.clock.instant();
			var late = new DeferredNewsRecord(id, notificationNews.source(), recipient, notificationNews, now,
					now.plus(FIRST));
			ContendedUpsert.write(() -> this.mongo.insert(late));
		}
	}

	void forget(String source) {
		this.mongo.remove(new Query(Criteria.where("source").is(source)), DeferredNewsRecord.class);
	}

	/** Of a thread that is elsewhere now only who may read there is told. */
	void move(String threadId, String categoryId) {
		this.mongo.updateMulti(new Query(of(threadId)), Update.update("news.place.categoryId", categoryId),
				DeferredNewsRecord.class);
	}

	/** Of a post that is elsewhere now it is told there. */
	void follow(String source, NotificationPlace notificationPlace, String link) {
		this.mongo.updateMulti(new Query(Criteria.where("source").is(source)),
				Update.update("news.place", notificationPlace).set("news.link", link), DeferredNewsRecord.class);
	}

	/** Of a thread that is part of another it is told there. */
	void merge(String threadId, NotificationPlace into) {
		this.mongo.updateMulti(new Query(of(threadId)), Update.update("news.place", into), DeferredNewsRecord.class);
	}

	/** Of a thread that is gone nobody is told. */
	void forgetThread(String threadId) {
		this.mongo.remove(new Query(of(threadId)), DeferredNewsRecord.class);
	}

	private static Criteria of(String threadId) {
		return Criteria.where(THREAD).is(threadId);
	}

	boolean areDue() {
		return this.mongo.exists(due(), DeferredNewsRecord.class);
	}

	List<DeferredNewsRecord> due(int limit) {
		return this.mongo.find(due().with(Sort.by("nextAt")).limit(Limit.of(Math.min(limit, BATCH))),
				DeferredNewsRecord.class);
	}

	private Query due() {
		return new Query(Criteria.where("nextAt").lte(this.clock.instant()));
	}

	/** Whether nobody has told it or taken it back meanwhile. */
	boolean isKept(DeferredNewsRecord late) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(late.id())), DeferredNewsRecord.class);
	}

	void remove(DeferredNewsRecord late) {
		this.mongo.remove(late);
	}

	/** Waits on, each time as long again as it has waited; then no more. */
	void postpone(DeferredNewsRecord late) {
		var now = this.clock.instant();
		var waited = Duration.between(late.since(), now);
		if (waited.compareTo(LONGEST) > 0) {
			this.mongo.remove(late);
			return;
		}
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(late.id())),
				new Update().set("nextAt", next(now, waited)), DeferredNewsRecord.class);
	}

	private static Instant next(Instant now, Duration waited) {
		var pause = (waited.compareTo(FIRST) < 0) ? FIRST : waited.dividedBy(2);
		return now.plus(pause);
	}

}
