package org.parley.forum.thread;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.Threads.ThreadNotFoundException;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/** Access to threads: who may see them and who may post in them. */
@Component
public class ThreadAccess {

	private final Threads threads;

	private final CategoryAccess categories;

	ThreadAccess(Threads threads, CategoryAccess categories) {
		this.threads = threads;
		this.categories = categories;
	}

	/**
	 * Returns a thread that is visible with the given rights.
	 * @throws ThreadNotFoundException if the thread does not exist or is not visible
	 * @throws ThreadMergedException if it was merged into a visible thread
	 */
	public ForumThread visible(String id, Rights rights) {
		return visible(id, rights, null);
	}

	/**
	 * Returns a thread that is visible with the given rights, or to its author.
	 * @param reader the id of the reader; null is a guest
	 * @throws ThreadNotFoundException if the thread does not exist or is not visible
	 * @throws ThreadMergedException if it was merged into a visible thread
	 */
	public ForumThread visible(String id, Rights rights, @Nullable String reader) {
		var thread = this.threads.find(id).orElseThrow(ThreadNotFoundException::new);
		var target = mergeTarget(thread);
		if (!isVisible(target, rights, reader)) {
			throw new ThreadNotFoundException();
		}
		if (!target.id().equals(id)) {
			throw new ThreadMergedException(id, target.id());
		}
		return thread;
	}

	/** Follows a chain of merges to the thread that holds the posts. */
	private ForumThread mergeTarget(ForumThread thread) {
		var into = thread.mergedInto();
		return (into != null) ? mergeTarget(this.threads.find(into).orElseThrow(ThreadNotFoundException::new)) : thread;
	}

	/**
	 * Returns the id of the thread that holds the posts of a thread: its own, or another.
	 */
	public String holderOf(String id) {
		return this.threads.find(id).map((thread) -> mergeTarget(thread).id()).orElse(id);
	}

	/** Returns the id of the thread that a thread was merged into, if any. */
	public Optional<String> mergedInto(String id) {
		return this.threads.find(id).map(ForumThread::mergedInto);
	}

	public Optional<ForumThread> find(String id, Rights rights) {
		return find(id, rights, null);
	}

	/** Returns a thread that is visible with the given rights, or to its author. */
	public Optional<ForumThread> find(String id, Rights rights, @Nullable String reader) {
		return this.threads.find(id).filter((thread) -> isVisible(thread, rights, reader));
	}

	/** Returns the visible threads among the given ids, by id. */
	public Map<String, ForumThread> visible(Collection<String> ids, Rights rights) {
		return this.threads.find(ids)
			.stream()
			.filter((thread) -> isVisible(thread, rights, null))
			.collect(Collectors.toUnmodifiableMap(ForumThread::id, Function.identity()));
	}

	private boolean isVisible(ForumThread thread, Rights rights, @Nullable String reader) {
		return this.categories.byId(thread.categoryId())
			.filter((category) -> thread.isVisibleTo(reader, rights, category))
			.isPresent();
	}

	/** Reduces rights to those in a thread's category, whether it is visible or not. */
	public Rights within(String threadId, Rights rights) {
		return rights.differByCategory() ? this.threads.find(threadId)
			.flatMap((thread) -> this.categories.byId(thread.categoryId()))
			.map(rights::within)
			.orElseGet(() -> rights.moderating(Set.of())) : rights;
	}

	/**
	 * Returns a visible thread in a category whose rights allow to post.
	 * @throws ThreadNotFoundException if the thread does not exist or is not visible
	 * @throws ThreadMergedException if it was merged into a visible thread
	 * @throws org.parley.platform.domain.RefusalException 403 {@code category.forbidden}
	 */
	public ForumThread postable(String id, Rights rights) {
		var thread = visible(id, rights);
		var category = categoryOf(thread);
		category.requirePosting(rights);
		return thread;
	}

	/**
	 * Takes the number for a new reply and returns the thread with it. One command reads
	 * the thread and checks the rights; only a refusal reads the thread again for its
	 * reason. Call it within the reply's transaction.
	 * @throws ThreadStatusException if the thread takes no replies; otherwise as
	 * {@link #postable}
	 */
	public ForumThread takeNumber(String id, Rights rights) {
		return this.threads.takeNumber(id, this.categories.postable(rights)).orElseGet(() -> {
			var thread = postable(id, rights);
			return this.threads.takeNumber(id, Set.of(thread.categoryId())).orElseThrow(() -> this.threads.refusal(id));
		});
	}

	/**
	 * Returns the category of a thread; of a merged thread whose category was removed,
	 * that of the thread with its posts.
	 */
	public Category categoryOf(ForumThread thread) {
		return this.categories.byId(thread.categoryId())
			.or(() -> this.categories.byId(mergeTarget(thread).categoryId()))
			.orElseThrow(ThreadNotFoundException::new);
	}

}
