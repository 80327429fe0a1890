package org.parley.moderation.place;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.PostReference;
import org.parley.moderation.subject.ThreadReference;

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
public class Places {

	/** Of what nothing was told yet. */
	private static final long UNTOLD = -1;

	private final MongoOperations mongo;

	Places(MongoOperations mongo) {
		this.mongo = mongo;
	}

	/**
	 * A thread is in a category.
	 * @param version of the thread
	 * @return whether nothing newer is known
	 */
	public boolean moveThread(String threadId, ThreadReference.Category category, long version) {
		var known = this.mongo.findById(threadId, ThreadPlace.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		this.mongo.save(new ThreadPlace(threadId, category, version));
		return true;
	}

	/**
	 * A post is in another thread.
	 * @param version of the post
	 * @return whether nothing newer is known
	 */
	public boolean movePost(PostReference post, ThreadReference thread, long version) {
		var known = this.mongo.findById(post.id(), PostPlace.class);
		if (known != null && known.version() >= version) {
			return false;
		}
		this.mongo.save(new PostPlace(post.id(), thread, post.number(), version));
		return true;
	}

	/**
	 * Where a post is now.
	 * @param post as it was told
	 * @param thread where it was then
	 * @param version of the post that was told
	 */
	public Place find(PostReference post, ThreadReference thread, long version) {
		var there = place(post, thread, version, this.mongo.findById(post.id(), PostPlace.class));
		var known = this.mongo.findById(there.thread().id(), ThreadPlace.class);
		return new Place(there.post(), in(known, there.thread()));
	}

	/** The same, where it stays until the transaction ends. */
	public Place hold(PostReference post, ThreadReference thread, long version) {
		var there = place(post, thread, version,
				held(post.id(), new Update().setOnInsert("number", post.number()), PostPlace.class));
		return new Place(there.post(), hold(there.thread()));
	}

	/** A thread with its category now, where it stays until the transaction ends. */
	public ThreadReference hold(ThreadReference thread) {
		return in(held(thread.id(), new Update(), ThreadPlace.class), thread);
	}

	private static Place place(PostReference post, ThreadReference thread, long version, @Nullable PostPlace known) {
		var moved = (known != null && known.version() > version) ? known.thread() : null;
		return (known == null || moved == null) ? new Place(post, thread)
				: new Place(new PostReference(post.id(), known.number(), post.author()), moved);
	}

	private static ThreadReference in(@Nullable ThreadPlace known, ThreadReference thread) {
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
