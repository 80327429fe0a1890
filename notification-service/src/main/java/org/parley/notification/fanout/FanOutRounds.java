package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.parley.notification.dispatch.NotificationDispatcher;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.NotificationPlace;
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
 * The rounds in progress. Changing a round and continuing it write the same record, so
 * that of two concurrent transactions the second is retried.
 */
@Component
public class FanOutRounds implements InitializingBean {

	/** Lets concurrent follow events arrive before the round begins. */
	private static final Duration START_DELAY = Duration.ofMillis(500);

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
	 * Begins to notify all who followed one of the targets before a time. Runs in the
	 * transaction of the event.
	 */
	public void begin(NotificationNews news, List<String> targets, Instant before) {
		save(FanOutRound.notifying(news, targets, before, this.clock.instant().plus(START_DELAY)));
	}

	/** Stops a round and withdraws its notifications: one page now, the others later. */
	public void withdraw(String source) {
		this.notificationDispatcher.withdraw(source, null)
			.ifPresentOrElse((last) -> save(FanOutRound.withdrawing(source, last, this.clock.instant())),
					() -> remove(source));
	}

	/** Moves the news about a thread to another category. */
	public void moveThread(String threadId, String categoryId) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)), Update.update(CATEGORY, categoryId),
				FanOutRound.class);
	}

	/** Moves the news about a merged thread. */
	public void mergeThread(String threadId, NotificationPlace target) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)), setPlace(target), FanOutRound.class);
	}

	/** Moves the news about a post. */
	public void movePost(String source, NotificationPlace place, String link) {
		var withPlace = Criteria.where("_id").is(source).and(THREAD).exists(true);
		this.mongo.updateFirst(new Query(withPlace), setPlace(place).set("news.link", link), FanOutRound.class);
	}

	private static Update setPlace(NotificationPlace place) {
		return Update.update(THREAD, place.threadId()).set(CATEGORY, place.categoryId());
	}

	/** Removes the news about a hidden or removed thread. */
	public void removeThread(String threadId) {
		this.mongo.remove(new Query(Criteria.where(THREAD).is(threadId)), FanOutRound.class);
	}

	void save(FanOutRound round) {
		ContendedUpsert.write(() -> this.mongo.save(round));
	}

	void remove(String source) {
		this.mongo.remove(new Query(Criteria.where("_id").is(source)), FanOutRound.class);
	}

	Optional<FanOutRound> find(String source) {
		return Optional.ofNullable(this.mongo.findById(source, FanOutRound.class));
	}

	boolean hasDue() {
		return this.mongo.exists(due(), FanOutRound.class);
	}

	/** Due rounds, the longest waiting first. */
	List<FanOutRound> findDue(int limit) {
		return this.mongo.find(due().with(Sort.by("dueAt")).limit(Limit.of(limit)), FanOutRound.class);
	}

	/** Postpones a round whose next page has failed. */
	void postpone(FanOutRound round, Duration pause) {
		var unchanged = Criteria.where("_id").is(round.source()).and("tries").is(round.tries());
		this.mongo.updateFirst(new Query(unchanged),
				new Update().inc("tries", 1).set("dueAt", this.clock.instant().plus(pause)), FanOutRound.class);
	}

	private Query due() {
		return new Query(Criteria.where("dueAt").lte(this.clock.instant()));
	}

}
