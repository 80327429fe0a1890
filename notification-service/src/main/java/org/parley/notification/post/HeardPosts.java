package org.parley.notification.post;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.notification.notification.NotificationPlace;
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

/** The posts and threads that this service has heard of lately. */
@Component
class HeardPosts implements InitializingBean {

	private static final Duration KEPT = Duration.ofDays(180);

	/** Longer than a transaction that began before may take. */
	private static final Duration SETTLED = Duration.ofSeconds(10);

	private final MongoOperations mongo;

	private final InstantSource clock;

	HeardPosts(MongoOperations mongo, InstantSource clock) {
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
	 * Takes over what is told of a post.
	 * @return false when something newer is known
	 */
	boolean learn(String id, int number, HeardPostEventData.Where thread, boolean visible, long version) {
		var known = this.mongo.findById(id, PostRecord.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		var post = new PostRecord(id, thread.id(), number, thread.title(), thread.category().id(), thread.about(),
				visible, version, this.clock.instant());
		ContendedUpsert.write(() -> this.mongo.save(post));
		return true;
	}

	/**
	 * Takes over what is told of a thread.
	 * @return false when something newer is known
	 */
	boolean learn(String id, String title, String categoryId, boolean gone, long version) {
		return learn(id, title, categoryId, gone, version, null);
	}

	/**
	 * Takes over that a thread is part of another.
	 * @return false when something newer is known
	 */
	boolean learnMerged(String id, String title, long version, NotificationPlace into) {
		return learn(id, title, into.categoryId(), false, version, into);
	}

	private boolean learn(String id, String title, String categoryId, boolean gone, long version,
			@Nullable NotificationPlace into) {
		var known = this.mongo.findById(id, ThreadRecord.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		var now = this.clock.instant();
		var thread = new ThreadRecord(id, title, categoryId, gone, version, now, now.plus(SETTLED), into);
		ContendedUpsert.write(() -> this.mongo.save(thread));
		return true;
	}

	Optional<PostRecord> post(String id) {
		return Optional.ofNullable(this.mongo.findById(id, PostRecord.class));
	}

	Optional<PostRecord> opening(String threadId) {
		var first = Criteria.where("threadId").is(threadId).and("number").is(1);
		return Optional.ofNullable(this.mongo.findOne(new Query(first), PostRecord.class));
	}

	Optional<ThreadRecord> thread(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ThreadRecord.class));
	}

	List<ThreadRecord> toCheck(int limit) {
		return this.mongo.find(due(this.clock.instant()).with(Sort.by("checkAt")).limit(Limit.of(limit)),
				ThreadRecord.class);
	}

	boolean areToCheck() {
		return this.mongo.exists(due(this.clock.instant()), ThreadRecord.class);
	}

	void checked(ThreadRecord thread) {
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread.id()).and("version").is(thread.version())),
				new Update().unset("checkAt"), ThreadRecord.class);
	}

	private static Query due(Instant now) {
		return new Query(Criteria.where("checkAt").lte(now));
	}

}
