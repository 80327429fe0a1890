package org.parley.forum.thread;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.parley.forum.category.Audience;
import org.parley.forum.category.Category;
import org.parley.forum.category.CategoryAccess;

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
	 * A thread that an audience may see.
	 * @throws ThreadNotFoundException when there is none, or none for this audience
	 * @throws ThreadMergedException when it went to one that this audience may see
	 */
	public ForumThread visible(String id, Audience audience) {
		var thread = this.threads.find(id).orElseThrow(ThreadNotFoundException::new);
		var present = present(thread);
		if (!isVisible(present, audience)) {
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

	/** A thread, if there is one that an audience may see. */
	public Optional<ForumThread> find(String id, Audience audience) {
		return this.threads.find(id).filter((thread) -> isVisible(thread, audience));
	}

	/** Those of the threads that an audience may see, by id. */
	public Map<String, ForumThread> visible(Collection<String> ids, Audience audience) {
		return this.threads.find(ids)
			.stream()
			.filter((thread) -> isVisible(thread, audience))
			.collect(Collectors.toUnmodifiableMap(ForumThread::id, Function.identity()));
	}

	/** Whether an audience may see a thread. */
	public boolean isVisible(ForumThread thread, Audience audience) {
		return thread.mergedInto() == null && (thread.listed() || audience.includes(Audience.MODERATORS))
				&& this.categories.byId(thread.categoryId())
					.filter((category) -> category.readableBy(audience))
					.isPresent();
	}

	/**
	 * Lets only those pass who may post in the thread's category.
	 * @throws org.parley.platform.web.problem.ProblemException 403
	 * {@code category.forbidden}
	 */
	public void requirePosting(ForumThread thread, Audience audience) {
		categoryOf(thread).requirePosting(audience);
	}

	/** The category of a thread that is visible. */
	public Category categoryOf(ForumThread thread) {
		return this.categories.byId(thread.categoryId()).orElseThrow(ThreadNotFoundException::new);
	}

}
