package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The posts and threads known from recent events. */
@Component
class KnownPosts implements InitializingBean {

	private static final Duration KEPT = Duration.ofDays(180);

	/** Longer than a concurrent transaction may take. */
	private static final Duration CHECK_DELAY = Duration.ofSeconds(10);

	private final MongoOperations mongo;

	private final InstantSource clock;

	KnownPosts(MongoOperations mongo, InstantSource clock) {
		this.mongo = mongo;
		this.clock = clock;
	}

	@Override
	public void afterPropertiesSet() {
		var posts = this.mongo.indexOps(PostRecord.class);
		posts.createIndex(new Index("at", Sort.Direction.ASC).expire(KEPT));
		posts.createIndex(new CompoundIndexDefinition(new Document("threadId", 1).append("number", 1)));
		var threads = this.mongo.indexOps(ThreadRecord.class);
		threads.createIndex(new Index("at", Sort.Direction.ASC).expire(KEPT));
		threads.createIndex(new Index("checkAt", Sort.Direction.ASC).sparse());
	}

	/**
	 * Stores a post.
	 * @return false if the same or a newer version is stored
	 */
	boolean savePostIfNewer(String id, int number, PostNotificationEventData.ThreadState thread, boolean visible,
			long version) {
		var known = this.mongo.findById(id, PostRecord.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		var post = new PostRecord(id, thread.id(), number, thread.title(), thread.category().id(), thread.tagsOrEmpty(),
				visible, version, this.clock.instant());
		ContendedUpsert.write(() -> this.mongo.save(post));
		return true;
	}

	/**
	 * Stores a thread.
	 * @return false if the same or a newer version is stored
	 */
	boolean saveThreadIfNewer(String id, String title, String categoryId, boolean gone, long version) {
		return saveIfNewer(id, title, categoryId, gone, version, null);
	}

	/**
	 * Stores a merged thread.
	 * @return false if the same or a newer version is stored
	 */
	boolean saveMergedIfNewer(String id, String title, long version, NotificationPlace into) {
		return saveIfNewer(id, title, into.categoryId(), false, version, into);
	}

	private boolean saveIfNewer(String id, String title, String categoryId, boolean gone, long version,
			@Nullable NotificationPlace into) {
		var known = this.mongo.findById(id, ThreadRecord.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		var now = this.clock.instant();
		var thread = new ThreadRecord(id, title, categoryId, gone, version, now, now.plus(CHECK_DELAY), into);
		ContendedUpsert.write(() -> this.mongo.save(thread));
		return true;
	}

	Optional<PostRecord> findPost(String id) {
		return Optional.ofNullable(this.mongo.findById(id, PostRecord.class));
	}

	Optional<PostRecord> findOpeningPost(String threadId) {
		var first = Criteria.where("threadId").is(threadId).and("number").is(1);
		return Optional.ofNullable(this.mongo.findOne(new Query(first), PostRecord.class));
	}

	Optional<ThreadRecord> findThread(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ThreadRecord.class));
	}

	List<ThreadRecord> findToCheck(int limit) {
		return this.mongo.find(due(this.clock.instant()).with(Sort.by("checkAt")).limit(Limit.of(limit)),
				ThreadRecord.class);
	}

	boolean hasToCheck() {
		return this.mongo.exists(due(this.clock.instant()), ThreadRecord.class);
	}

	void markChecked(ThreadRecord thread) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread.id()).and("version").is(thread.version())),
				new Update().unset("checkAt"), ThreadRecord.class);
	}

	private static Query due(Instant now) {
		return new Query(Criteria.where("checkAt").lte(now));
	}

}
