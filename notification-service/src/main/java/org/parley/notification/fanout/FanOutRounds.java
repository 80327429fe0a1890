package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * The rounds in progress. Changing a round and continuing it write the same record, so
 * that of two concurrent transactions the second is retried.
 */
@Component
public class FanOutRounds {

	/** Longer than a page takes. */
	private static final Duration CLAIMED = Duration.ofSeconds(30);

	private static final String THREAD = "news.place.threadId";

	private static final String READERS = "readers";

	/** The title of the thread. */
	private static final String TITLE = "news.values.0";

	private static final String CATEGORY = "news.place.categoryId";

	private final MongoOperations mongo;

	private final InstantSource clock;

	FanOutRounds(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	public void moveThread(String threadId, String categoryId, String title) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				Update.update(CATEGORY, categoryId).set(TITLE, title), FanOutRound.class);
	}

	/**
	 * Moves the news about a merged thread.
	 * @param title the title of the target; null if it is unknown
	 */
	public void mergeThread(String threadId, NotificationPlace target, @Nullable String title) {
		var update = setPlace(target);
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)),
				(title != null) ? update.set(TITLE, title) : update, FanOutRound.class);
	}

	/** Moves the news about a post. */
	public void movePost(String source, NotificationPlace place, String link, String title) {
		var withPlace = Criteria.where("_id").is(source).and(THREAD).exists(true);
		this.mongo.updateFirst(new Query(withPlace), setPlace(place).set("news.link", link).set(TITLE, title),
				FanOutRound.class);
	}

	/** Posts have other numbers in another thread. */
	private static Update setPlace(NotificationPlace place) {
		return Update.update(THREAD, place.threadId()).set(CATEGORY, place.categoryId()).unset(READERS);
	}

	/** Remembers what a user has read of a thread until its news is notified. */
	void addReader(String threadId, ThreadReader reader) {
		this.mongo.updateMulti(new Query(Criteria.where(THREAD).is(threadId)), new Update().addToSet(READERS, reader),
				FanOutRound.class);
	}

	/** Removes the news about a hidden or removed thread. */
	public void removeThread(String threadId) {
		this.mongo.remove(new Query(Criteria.where(THREAD).is(threadId)), FanOutRound.class);
	}

	void save(FanOutRound round) {
		ContendedUpsert.write(() -> this.mongo.save(round));
	}

	/** Inserts the rounds of events that had none. */
	void insertAll(Collection<FanOutRound> rounds) {
		ContendedUpsert.write(() -> this.mongo.insert(rounds, FanOutRound.class));
	}

	/** Replaces rounds that were read in the same transaction. */
	void replaceAll(Collection<FanOutRound> rounds) {
		if (!rounds.isEmpty()) {
			var replacements = this.mongo.bulkOps(BulkMode.UNORDERED, FanOutRound.class);
			rounds.forEach((round) -> replacements.replaceOne(new Query(withSources(List.of(round.source()))), round));
			replacements.execute();
		}
	}

	void removeAll(Collection<String> sources) {
		if (!sources.isEmpty()) {
			this.mongo.remove(new Query(withSources(sources)), FanOutRound.class);
		}
	}

	/** The rounds in the order of their events. */
	List<FanOutRound> findAll(Collection<String> sources) {
		return this.mongo.find(new Query(withSources(sources)).with(Sort.by("_id")), FanOutRound.class);
	}

	Optional<Instant> findNextDue() {
		var next = new Query().with(Sort.by("dueAt"));
		return Optional.ofNullable(this.mongo.findOne(next, FanOutRound.class)).map(FanOutRound::dueAt);
	}

	/**
	 * Claims due rounds, the longest waiting first. No other worker claims them before
	 * the claim ends.
	 */
	List<FanOutRound> claimDue(int limit) {
		var now = this.clock.instant();
		var due = Criteria.where("dueAt").lte(now);
		var found = this.mongo.find(new Query(due).with(Sort.by("dueAt")).limit(Limit.of(limit)), FanOutRound.class);
		var sources = found.stream().map(FanOutRound::source).toList();
		var claim = Ids.next();
		var claimed = this.mongo.updateMulti(new Query(withSources(sources).and("dueAt").lte(now)),
				Update.update("dueAt", now.plus(CLAIMED)).set("claim", claim), FanOutRound.class);
		return (claimed.getModifiedCount() == found.size()) ? found
				: this.mongo.find(new Query(withSources(sources).and("claim").is(claim)), FanOutRound.class);
	}

	private static Criteria withSources(Collection<String> sources) {
		return Criteria.where("_id").in(sources);
	}

	/** Postpones a round whose next page has failed. */
	void postpone(FanOutRound round, int tries, Duration pause) {
		var unchanged = Criteria.where("_id").is(round.source()).and("tries").is(round.tries());
		this.mongo.updateFirst(new Query(unchanged),
				Update.update("tries", tries).set("dueAt", this.clock.instant().plus(pause)), FanOutRound.class);
	}

}
