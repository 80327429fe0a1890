package org.parley.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.AddressedNews;
import org.parley.notification.news.GroupKey;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.news.Recipient;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.MongoDueRecords;
import org.parley.platform.mongo.transaction.ContendedUpsert;
import org.parley.platform.mongo.transaction.UnitOfWork;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * News that waits until its recipient and the readers of its category are known, for at
 * most half an hour. Events arrive in any order.
 */
@Component
public class DeferredNews extends MongoDueRecords<DeferredNewsRecord> {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(30);

	private static final String THREAD = "news.place.threadId";

	/** The title of the thread, in news about a thread. */
	private static final String TITLE = "news.values.0";

	private final MongoOperations mongo;

	private final InstantSource clock;

	private final UnitOfWork unitOfWork;

	private final ObjectProvider<ClusterLoop> loop;

	DeferredNews(MongoOperations mongo, InstantSource clock, UnitOfWork unitOfWork,
			@Qualifier("deferredNewsLoop") ObjectProvider<ClusterLoop> loop) {
		super(mongo, DeferredNewsRecord.class, "nextAt", clock);
		this.mongo = mongo;
		this.clock = clock;
		this.unitOfWork = unitOfWork;
		this.loop = loop;
	}

	void add(AddressedNews addressed) {
		var news = addressed.news();
		var id = addressed.recipient().key() + ":" + news.kind().json() + ":" + news.source();
		if (!this.mongo.exists(new Query(Criteria.where("_id").is(id)), DeferredNewsRecord.class)) {
			var now = this.clock.instant();
			var deferred = new DeferredNewsRecord(id, news.source(), addressed.recipient(), news, now,
					now.plus(FIRST_PAUSE));
			ContendedUpsert.write(() -> this.mongo.insert(deferred));
			this.unitOfWork.afterCommit(() -> this.loop.getObject().signal());
		}
	}

	void removeBySource(String source) {
		this.mongo.remove(new Query(Criteria.where("source").is(source)), DeferredNewsRecord.class);
	}

	/** Removes the mentions of some users. */
	void removeMentions(String source, Predicate<Recipient> of) {
		this.mongo.find(new Query(Criteria.where("source").is(source)), DeferredNewsRecord.class)
			.stream()
			.filter((deferred) -> deferred.news().kind() == NotificationKind.MENTION && of.test(deferred.recipient()))
			.forEach(this.mongo::remove);
	}

	/** Removes the news of a group whose sources are not among some. */
	void retain(GroupKey group, Set<String> sources) {
		this.mongo.find(new Query(Criteria.where("recipient.userId").is(group.userId())), DeferredNewsRecord.class)
			.stream()
			.filter((deferred) -> group.group().equals(deferred.news().group()) && !sources.contains(deferred.source()))
			.forEach(this.mongo::remove);
	}

	public void moveThread(String threadId, String categoryId, String title) {
		this.mongo.updateMulti(new Query(inThread(threadId)),
				Update.update("news.place.categoryId", categoryId).set(TITLE, title), DeferredNewsRecord.class);
	}

	public void movePost(String source, NotificationPlace place, String link, String title) {
		this.mongo.updateMulti(new Query(Criteria.where("source").is(source)),
				Update.update("news.place", place).set("news.link", link).set(TITLE, title), DeferredNewsRecord.class);
	}

	/**
	 * Moves the news about a merged thread.
	 * @param title the title of the target; null if it is unknown
	 */
	public void mergeThread(String threadId, NotificationPlace target, @Nullable String title) {
		var update = Update.update("news.place", target);
		this.mongo.updateMulti(new Query(inThread(threadId)), (title != null) ? update.set(TITLE, title) : update,
				DeferredNewsRecord.class);
	}

	/** Removes the news about a hidden or removed thread. */
	public void removeThread(String threadId) {
		this.mongo.remove(new Query(inThread(threadId)), DeferredNewsRecord.class);
	}

	private static Criteria inThread(String threadId) {
		return Criteria.where(THREAD).is(threadId);
	}

	boolean exists(DeferredNewsRecord deferred) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(deferred.id())), DeferredNewsRecord.class);
	}

	void remove(DeferredNewsRecord deferred) {
		this.mongo.remove(deferred);
	}

	/**
	 * Postpones by half of the time waited so far; removes the record after the longest
	 * wait.
	 */
	@Override
	public void postpone(DeferredNewsRecord deferred) {
		var now = this.clock.instant();
		var waited = Duration.between(deferred.since(), now);
		if (waited.compareTo(LONGEST_WAIT) > 0) {
			this.mongo.remove(deferred);
			return;
		}
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(deferred.id())),
				new Update().set("nextAt", nextAttempt(now, waited)), DeferredNewsRecord.class);
	}

	private static Instant nextAttempt(Instant now, Duration waited) {
		var pause = (waited.compareTo(FIRST_PAUSE) < 0) ? FIRST_PAUSE : waited.dividedBy(2);
		return now.plus(pause);
	}

}
