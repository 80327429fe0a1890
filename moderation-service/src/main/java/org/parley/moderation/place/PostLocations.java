package org.parley.moderation.place;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stores the locations of moved posts and threads, within the caller's transaction. A
 * locked lookup and a move write the same document, so concurrent transactions conflict
 * and one of them is retried.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PostLocations {

	/** The version of a location that no event has set. */
	private static final long UNKNOWN_VERSION = -1;

	private final MongoOperations mongo;

	PostLocations(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * Stores the category of a thread.
	 * @param version the thread's version
	 * @return false if a newer version is stored
	 */
	public boolean moveThread(String threadId, ModeratedThreadReference.Category category, long version) {
		var stored = this.mongo.findById(threadId, StoredThreadLocation.class);
		if (stored != null && stored.version() >= version) {
			return false;
		}
		this.mongo.save(new StoredThreadLocation(threadId, category, version));
		return true;
	}

	/**
	 * Stores the thread of a post.
	 * @return false if a newer version is stored
	 */
	public boolean movePost(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var stored = this.mongo.findById(post.id(), StoredPostLocation.class);
		if (stored != null && stored.version() >= version) {
			return false;
		}
		this.mongo.save(new StoredPostLocation(post.id(), thread, post.number(), version));
		return true;
	}

	/**
	 * Finds the present location of a post.
	 * @param post the post of an event
	 * @param thread the thread of the event
	 * @param version the post's version in the event
	 */
	public PostLocation find(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var located = locate(post, thread, version, this.mongo.findById(post.id(), StoredPostLocation.class));
		var stored = this.mongo.findById(located.thread().id(), StoredThreadLocation.class);
		return new PostLocation(located.post(), withCategory(located.thread(), stored));
	}

	/**
	 * Finds the present location of a post and locks it until the transaction ends. The
	 * location of the event is stored if it is the newest, so that an older move that
	 * arrives later has no effect.
	 */
	public PostLocation lock(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var stored = lock(post.id(), new Update().setOnInsert("number", post.number()), StoredPostLocation.class);
		if (stored.version() < version) {
			this.mongo.save(new StoredPostLocation(post.id(), thread, post.number(), version));
		}
		var located = locate(post, thread, version, stored);
		return new PostLocation(located.post(), lock(located.thread()));
	}

	/** Finds the present category of a thread and locks it until the transaction ends. */
	public ModeratedThreadReference lock(ModeratedThreadReference thread) {
		return withCategory(thread, lock(thread.id(), new Update(), StoredThreadLocation.class));
	}

	private static PostLocation locate(ModeratedPostReference post, ModeratedThreadReference thread, long version,
			@Nullable StoredPostLocation stored) {
		var moved = (stored != null && stored.version() > version) ? stored.thread() : null;
		return (stored == null || moved == null) ? new PostLocation(post, thread)
				: new PostLocation(new ModeratedPostReference(post.id(), stored.number(), post.author()), moved);
	}

	private static ModeratedThreadReference withCategory(ModeratedThreadReference thread,
			@Nullable StoredThreadLocation stored) {
		var category = (stored != null) ? stored.category() : null;
		return (category != null) ? thread.in(category) : thread;
	}

	/** Increments a counter, so that concurrent writes of this document conflict. */
	private <T> T lock(String id, Update update, Class<T> type) {
		var mark = update.inc("held", 1).setOnInsert("version", UNKNOWN_VERSION);
		return Objects.requireNonNull(this.mongo.findAndModify(new Query(Criteria.where("_id").is(id)), mark,
				FindAndModifyOptions.options().returnNew(true).upsert(true), type));
	}

}
