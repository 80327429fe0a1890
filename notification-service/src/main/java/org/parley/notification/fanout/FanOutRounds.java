package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.notification.notification.NotificationDispatcher;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * All rounds that are under way. Whoever changes one and whoever goes on with it write
 * the same record, so that one of them begins anew and then sees what the other did.
 */
@Component
public class FanOutRounds implements InitializingBean {

	/** So that a wish that was told at the same time is known when the round begins. */
	private static final Duration SETTLED = Duration.ofMillis(500);

	private static final String THREAD = "news.place.threadId";

	private static final String CATEGORY = "news.place.categoryId";

	private final MongoOperations mongo;

	private final NotificationDispatcher notificationDispatcher;

	private final InstantSource clock;

	FanOutRounds(MongoOperations mongo, NotificationDispatcher notificationDispatcher, InstantSource clock) {
		this.mongo = mongo;
		this.notificationDispatcher = notificationDispatcher;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(FanOutRound.class);
		indexes.createIndex(new Index("dueAt", Direction.ASC));
		indexes.createIndex(new Index(THREAD, Direction.ASC));
	}

	/**
	 * Has all told who followed one of the targets before a moment, soon. Part of the
	 * transaction of what happened.
	 */
	public void begin(NotificationNews notificationNews, List<String> targets, Instant before) {
		keep(FanOutRound.telling(notificationNews, targets, before, this.clock.instant().plus(SETTLED)));
	}

	/** Tells nobody else, and takes back what was told: a part at once, the rest soon. */
	public void end(String source) {
		this.notificationDispatcher.takeBack(source, null)
			.ifPresentOrElse((last) -> keep(FanOutRound.takingBack(source, last, this.clock.instant())),
					() -> remove(source));
	}

	/** Of a thread that is elsewhere now only who may read there is told. */
	public void move(String threadId, String categoryId) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)), Update.update(CATEGORY, categoryId),
				FanOutRound.class);
	}

	/** All of a thread is in another. */
	public void merge(String threadId, NotificationPlace into) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)), place(into), FanOutRound.class);
	}

	/** What is on its way of a post leads where the post is now. */
	public void follow(String source, NotificationPlace into, String link) {
		var notificationDispatcher = Criteria.where("_id").is(source).and(THREAD).exists(true);
		this.mongo.updateFirst(new Query(notificationDispatcher), place(into).set("news.link", link),
				FanOutRound.class);
	}

	private static Update place(NotificationPlace into) {
		return Update.update(THREAD, into.threadId()).set(CATEGORY, into.categoryId());
	}

	/** Of a thread that is gone nobody is told. */
	public void forgetThread(String threadId) {
		this.mongo.remove(new Query(Criteria.where(THREAD).is(threadId)), FanOutRound.class);
	}

	void keep(FanOutRound fanOutRound) {
		ContendedUpsert.write(() -> this.mongo.save(fanOutRound));
	}

	void remove(String source) {
		this.mongo.remove(new Query(Criteria.where("_id").is(source)), FanOutRound.class);
	}

	Optional<FanOutRound> find(String source) {
		return Optional.ofNullable(this.mongo.findById(source, FanOutRound.class));
	}

	boolean areDue() {
		return this.mongo.exists(due(), FanOutRound.class);
	}

	/** Those that have waited longest. */
	List<FanOutRound> due(int limit) {
		return this.mongo.find(due().with(Sort.by("dueAt")).limit(Limit.of(limit)), FanOutRound.class);
	}

	/** Its next page failed once more. */
	void postpone(FanOutRound fanOutRound, Duration pause) {
		var asItWas = Criteria.where("_id").is(fanOutRound.source()).and("tries").is(fanOutRound.tries());
		this.mongo.updateFirst(new Query(asItWas),
				new Update().inc("tries", 1).set("dueAt", this.clock.instant().plus(pause)), FanOutRound.class);
	}

	private Query due() {
		return new Query(Criteria.where("dueAt").lte(this.clock.instant()));
	}

}
