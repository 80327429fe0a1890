package org.parley.forum.thread;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Categories;
import org.parley.forum.category.CategoryContents;
import org.parley.forum.category.CategoryNotFoundException;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;
import org.parley.platform.mongo.transaction.UnitOfWork;

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

	private static final String LAST = "lastNumber";

	private final MongoOperations mongo;

	private final UnitOfWork unitOfWork;

	private final PostNumberGaps postNumberGaps;

	private final Categories categories;

	Threads(MongoOperations mongo, UnitOfWork unitOfWork, PostNumberGaps postNumberGaps, Categories categories) {
		this.mongo = mongo;
		this.categories = categories;
		this.postNumberGaps = postNumberGaps;
		this.unitOfWork = unitOfWork;
	}

	/**
	 * Inserts a thread, unless its category was removed.
	 * @throws CategoryNotFoundException if it was
	 */
	public void insert(ForumThread thread) {
		requireCategory(thread);
		this.mongo.insert(thread);
	}

	/** Updates a thread that was moved, as {@link #insert}. */
	public void updateMoved(ForumThread thread) {
		requireCategory(thread);
		update(thread);
	}

	private void requireCategory(ForumThread thread) {
		if (this.categories.forceConflict(thread.categoryId()) == 0) {
			throw new CategoryNotFoundException();
		}
	}

	/** Returns the threads that follow an id, or the first ones, ordered by id. */
	public List<ForumThread> after(@Nullable String id, int limit) {
		var query = (id != null) ? new Query(Criteria.where("_id").gt(id)) : new Query();
		return this.mongo.find(query.with(Sort.by("_id")).limit(limit), ForumThread.class);
	}

	public Optional<ForumThread> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, ForumThread.class));
	}

	/** Returns the existing threads among the given ids. */
	public List<ForumThread> find(Collection<String> ids) {
		return this.mongo.find(new Query(Criteria.where("_id").in(ids)), ForumThread.class);
	}

	/**
	 * Takes the number for a new reply. Call it within the reply's transaction. The
	 * increment itself is outside of it, so writers of one thread do not wait for each
	 * other's commits. After a rollback the number is recorded as a gap.
	 * @return the thread with that number; empty if it takes no replies or is in no such
	 * category
	 */
	Optional<ForumThread> takeNumber(String id, Collection<String> categoryIds) {
		var open = where(id).and("status").is(ThreadStatus.OPEN).and("deletedAt").is(null).and("closing").ne(true);
		return increment(id, open.and("categoryId").in(categoryIds), 1);
	}

	/**
	 * Takes numbers for posts that are moved from another thread, in the same way but
	 * whatever the status.
	 * @return the last of the numbers
	 */
	public int takeNumbers(String id, int count) {
		return increment(id, where(id), count).orElseThrow(ThreadNotFoundException::new).counters().lastNumber();
	}

	private Optional<ForumThread> increment(String id, Criteria condition, int count) {
		var numbered = this.unitOfWork.outside(() -> Optional.ofNullable(this.mongo.findAndModify(new Query(condition),
				new Update().inc(LAST, count), FindAndModifyOptions.options().returnNew(true), ForumThread.class)));
		numbered.map((thread) -> thread.counters().lastNumber())
			.ifPresent((last) -> this.unitOfWork.afterRollback(() -> this.unitOfWork.outside(() -> {
				this.postNumberGaps.record(id, last - count + 1, last);
				return last;
			})));
		return numbered;
	}

	/** Returns why a thread takes no replies. */
	RuntimeException refusal(String id) {
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

	/** Adds the views of a merged thread. */
	public void addViews(String id, long views) {
		this.mongo.updateFirst(new Query(where(id)), new Update().inc("viewCount", views), ForumThread.class);
	}

	/** Replaces what lists show of the opening post. */
	public void updateExcerpt(String id, String excerpt, @Nullable String picture) {
		this.mongo.updateFirst(new Query(where(id)), Update.update("excerpt", excerpt).set("picture", picture),
				ForumThread.class);
	}

	/**
	 * Writes a change of a thread.
	 * @throws OptimisticLockingFailureException if another writer has changed it
	 */
	public void update(ForumThread thread) {
		var written = this.mongo.updateFirst(new Query(unchanged(thread)), changes(thread), ForumThread.class);
		if (written.getModifiedCount() == 0) {
			throw new OptimisticLockingFailureException("Another writer has changed the thread");
		}
	}

	/** An author's removal also requires that no reply was added. */
	static Criteria unchanged(ForumThread thread) {
		var unchanged = where(thread.id()).and("version").is(thread.version() - 1);
		return thread.isRemovedByAuthor() ? unchanged.and(LAST).is(thread.counters().lastNumber()) : unchanged;
	}

	/** Sets all that a change may touch; never counters or the last activity. */
	static Update changes(ForumThread thread) {
		var lifecycle = thread.lifecycle();
		var update = new Update().set("status", lifecycle.status())
			.set("statusBefore", lifecycle.statusBefore())
			.set("withheld", lifecycle.isHiddenWithOpeningPost())
			.set("lockedForPosts", lifecycle.lockedForPosts())
			.set("listed", lifecycle.listed())
			.set("deletedAt", lifecycle.deletedAt())
			.set("deletedBy", lifecycle.deletedBy())
			.set("workId", lifecycle.workId())
			.set("closing", lifecycle.closing())
			.set("mergingInto", lifecycle.mergingInto())
			.set("mergedInto", lifecycle.mergedInto())
			.set("title", thread.title())
			.set("slug", thread.slug())
			.set("categoryId", thread.categoryId())
			.set("tags", thread.tags())
			.set("tagKeys", thread.tagKeys())
			.set("pinned", thread.pinned())
			.set("acceptedAnswer", thread.acceptedAnswer())
			.set("version", thread.version());
		return thread.isUnpinned() ? update.currentDate("sankAt") : update;
	}

	/** Uses the index of a category's thread list, which begins with the category. */
	@Override
	public boolean areIn(String categoryId) {
		var unmerged = Criteria.where("categoryId").is(categoryId).and("mergedInto").isNull();
		return this.mongo.exists(new Query(unmerged), ForumThread.class);
	}

	/**
	 * Returns the ids of listed or unlisted threads of a category, ordered by id, by the
	 * index of its thread list.
	 */
	public List<String> idsIn(String categoryId, boolean listed, String after, int limit) {
		var query = new Query(
				Criteria.where("categoryId").is(categoryId).and("listed").is(listed).and("_id").gt(after));
		query.with(Sort.by("_id")).limit(limit).fields().include("_id");
		return this.mongo.find(query, Document.class, this.mongo.getCollectionName(ForumThread.class))
			.stream()
			.map((thread) -> thread.getString("_id"))
			.toList();
	}

	private static Criteria where(String id) {
		return Criteria.where("_id").is(id);
	}

	/** The thread does not exist, or the caller may not see it. */
	public static final class ThreadNotFoundException extends RefusalException {

		public ThreadNotFoundException() {
			super(RefusalKind.NOT_FOUND, "thread.not-found", "The thread does not exist.");
		}

	}

}
