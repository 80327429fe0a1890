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
 * Where posts and threads are. Part of the transaction that writes what depends on it: a
 * place that was looked up for that, and a move, write the same document. So of two
 * transactions at once, one is made anew and sees the other.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class PostLocations {

	/** Of what nothing was told yet. */
	private static final long UNTOLD = -1;

	private final MongoOperations mongo;

	PostLocations(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * A thread is in a category.
	 * @param version of the thread
	 * @return whether nothing newer is known
	 */
	public boolean moveThread(String threadId, ModeratedThreadReference.Category category, long version) {
		var known = this.mongo.findById(threadId, StoredThreadLocation.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		this.mongo.save(new StoredThreadLocation(threadId, category, version));
		return true;
	}

	/**
	 * A post is in another thread.
	 * @param version of the post
	 * @return whether nothing newer is known
	 */
	public boolean movePost(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var known = this.mongo.findById(post.id(), StoredPostLocation.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		this.mongo.save(new StoredPostLocation(post.id(), thread, post.number(), version));
		return true;
	}

	/**
	 * Where a post is now.
	 * @param post as it was told
	 * @param thread where it was then
	 * @param version of the post that was told
	 */
	public PostLocation find(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var there = place(post, thread, version, this.mongo.findById(post.id(), StoredPostLocation.class));
		var known = this.mongo.findById(there.thread().id(), StoredThreadLocation.class);
		return new PostLocation(there.post(), in(known, there.thread()));
	}

	/** The same, where it stays until the transaction ends. */
	public PostLocation hold(ModeratedPostReference post, ModeratedThreadReference thread, long version) {
		var there = place(post, thread, version,
				held(post.id(), new Update().setOnInsert("number", post.number()), StoredPostLocation.class));
		return new PostLocation(there.post(), hold(there.thread()));
	}

	/** A thread with its category now, where it stays until the transaction ends. */
	public ModeratedThreadReference hold(ModeratedThreadReference thread) {
		return in(held(thread.id(), new Update(), StoredThreadLocation.class), thread);
	}

	private static PostLocation place(ModeratedPostReference post, ModeratedThreadReference thread, long version,
			@Nullable StoredPostLocation known) {
		var moved = (known != null && known.version() > version) ? known.thread() : null;
		return (known == null || moved == null) ? new PostLocation(post, thread)
				: new PostLocation(new ModeratedPostReference(post.id(), known.number(), post.author()), moved);
	}

	private static ModeratedThreadReference in(@Nullable StoredThreadLocation known, ModeratedThreadReference thread) {
		var category = (known != null) ? known.category() : null;
		return (category != null) ? thread.in(category) : thread;
	}

	/** Writes a mark, so that no other transaction writes this place meanwhile. */
	private <T> T held(String id, Update update, Class<T> type) {
		var mark = update.inc("held", 1).setOnInsert("version", UNTOLD);
		return Objects.requireNonNull(this.mongo.findAndModify(new Query(Criteria.where("_id").is(id)), mark,
				FindAndModifyOptions.options().returnNew(true).upsert(true), type));
	}

}
