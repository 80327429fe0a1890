package org.parley.forum.thread;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;
import org.parley.platform.security.category.Rights;

import org.springframework.stereotype.Component;

/** Who may see a thread, and who may write in it. */
@Component
public class ThreadAccess {

	private final Threads threads;

	private final CategoryAccess categories;

	ThreadAccess(Threads threads, CategoryAccess categories) {
		this.threads = threads;
		this.categories = categories;
	}

	/**
	 * A thread that may be seen with these rights.
	 * @throws ThreadNotFoundException when there is none, or none for these rights
	 * @throws ThreadMergedException when it went to one that may be seen with them
	 */
	public ForumThread visible(String id, Rights rights) {
		var thread = this.threads.find(id).orElseThrow(ThreadNotFoundException::new);
		var present = present(thread);
		if (!isVisible(present, rights)) {
			throw new ThreadNotFoundException();
		}
		if (!present.id().equals(id)) {
			throw new ThreadMergedException(id, present.id());
		}
		return thread;
	}

	/** Where everything of the thread is now; what was merged may be merged again. */
	private ForumThread present(ForumThread thread) {
		var into = thread.mergedInto();
		return (into != null) ? present(this.threads.find(into).orElseThrow(ThreadNotFoundException::new)) : thread;
	}

	/** The id of the thread that all of a thread went to, if it did. */
	public Optional<String> mergedInto(String id) {
		return this.threads.find(id).map(ForumThread::mergedInto);
	}

	/** A thread, if there is one that may be seen with these rights. */
	public Optional<ForumThread> find(String id, Rights rights) {
		return this.threads.find(id).filter((thread) -> isVisible(thread, rights));
	}

	/** Those of the threads that may be seen with these rights, by id. */
	public Map<String, ForumThread> visible(Collection<String> ids, Rights rights) {
		return this.threads.find(ids)
			.stream()
			.filter((thread) -> isVisible(thread, rights))
			.collect(Collectors.toUnmodifiableMap(ForumThread::id, Function.identity()));
	}

	private boolean isVisible(ForumThread thread, Rights rights) {
		return thread.mergedInto() == null && this.categories.byId(thread.categoryId())
			.filter((category) -> category.readableBy(rights.everywhere()))
			.filter((category) -> thread.listed() || rights.moderate(category))
			.isPresent();
	}

	/**
	 * What of somebody's rights matters where a thread is, whether or not they see it.
	 */
	public Rights within(String threadId, Rights rights) {
		return rights.dependOnPlace() ? this.threads.find(threadId)
			.flatMap((thread) -> this.categories.byId(thread.categoryId()))
			.map(rights::within)
			.orElseGet(() -> Rights.of(rights.everywhere())) : rights;
	}

	/**
	 * Lets only those pass who may post in the thread's category.
	 * @throws org.parley.platform.web.problem.ProblemException 403
	 * {@code category.forbidden}
	 */
	public void requirePosting(ForumThread thread, Rights rights) {
		var category = categoryOf(thread);
		category.requirePosting(rights.in(category));
	}

	/** The category of a thread that is visible. */
	public Category categoryOf(ForumThread thread) {
		return this.categories.byId(thread.categoryId()).orElseThrow(ThreadNotFoundException::new);
	}

}
