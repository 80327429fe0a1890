package org.parley.forum.thread;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.CategoryContents;
import org.parley.platform.web.transaction.UnitOfWork;

import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored threads. */
@Component
public class Threads implements CategoryContents {

	private static final String THREADS = "threads";

	private static final String LAST = "lastNumber";

	private final MongoOperations mongo;

	private final UnitOfWork work;

	private final PostNumberGaps postNumberGaps;

	Threads(MongoOperations mongo, UnitOfWork work, PostNumberGaps postNumberGaps) {
		this.mongo = mongo;
		this.postNumberGaps = postNumberGaps;
		this.work = work;
	}

	public void insert(ForumThread thread) {
		this.mongo.insert(thread);
	}

	/** Those after a given one, or the first, in the order of their ids. */
	List<ForumThread> after(@Nullable String id, int limit) {
		var query = (id != null) ? new Query(Criteria.where("_id").gt(id)) : new Query();
		return this.mongo.find(query.with(Sort.by("_id")).limit(limit), ForumThread.class);
	}

	public Optional<ForumThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ForumThread.class));
	}

	/** Those of the given threads that there are. */
	List<ForumThread> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), ForumThread.class);
	}

	/**
	 * Gives the next post of a thread its number, if the thread takes one. Asked for in
	 * the transaction of the post, but no part of it, so that writers of one thread do
	 * not wait for each other's commits; when it is rolled back the number is a gap.
	 * @throws ThreadStatusException when the thread takes no replies
	 */
	public int takeNumber(String id) {
		var open = where(id).and("status").is(ThreadStatus.OPEN).and("deletedAt").is(null).and("closing").ne(true);
		return take(id, open, 1);
	}

	/**
	 * Gives posts that come from another thread their numbers, in the same way; whether
	 * this one takes replies is another matter.
	 * @return the last of the numbers
	 */
	public int takeNumbers(String id, int count) {
		return take(id, where(id), count);
	}

	private int take(String id, Criteria taking, int count) {
		var last = this.work.outside(() -> {
			var query = new Query(taking);
			query.fields().include(LAST);
			var numbered = this.mongo.findAndModify(query, new Update().inc(LAST, count),
					FindAndModifyOptions.options().returnNew(true), Document.class, THREADS);
			if (numbered == null) {
				throw refusal(id);
			}
			return numbered.getInteger(LAST);
		});
		this.work.afterRollback(() -> this.work.outside(() -> {
			this.postNumberGaps.leave(id, last - count + 1, last);
			return last;
		}));
		return last;
	}

	private RuntimeException refusal(String id) {
		return find(id).map(Threads::refusal).orElseGet(ThreadNotFoundException::new);
	}

	private static RuntimeException refusal(ForumThread thread) {
		var into = thread.mergedInto();
		if (into != null) {
			return new ThreadMergedException(thread.id(), into);
		}
		if (thread.isRemoved()) {
			return new ThreadNotFoundException();
		}
		return thread.closing() ? ThreadBusyException.closing() : new ThreadStatusException(thread.status());
	}

	/** Adds what was counted of another thread. */
	public void addViews(String id, long views) {
		this.mongo.updateFirst(new Query(where(id)), new Update().inc("viewCount", views), ForumThread.class);
	}

	/** Says anew how the first post begins. */
	public void summarize(String id, String excerpt) {
		this.mongo.updateFirst(new Query(where(id)), Update.update("excerpt", excerpt), ForumThread.class);
	}

	/** Writes a change of the thread, unless somebody else wrote one meanwhile. */
	public void update(ForumThread thread) {
		var written = this.mongo.updateFirst(new Query(thread.unchanged()), thread.update(), ForumThread.class);
		if (written.getModifiedCount() == 0) {
			throw new OptimisticLockingFailureException("The thread was changed meanwhile");
		}
	}

	/** Lists of a category have an index that begins with it; this needs no other. */
	@Override
	public boolean areIn(String categoryId) {
		return this.mongo.exists(new Query(Criteria.where("categoryId").is(categoryId)), ForumThread.class);
	}

	private static Criteria where(String id) {
		return Criteria.where("_id").is(id);
	}

}
