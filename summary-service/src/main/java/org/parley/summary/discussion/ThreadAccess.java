package org.parley.summary.discussion;

import java.util.Optional;

import org.springframework.stereotype.Component;

/** Decides who sees a thread. Nobody sees one whose category is not known yet. */
@Component
public class ThreadAccess {

	private final Threads threads;

	private final Categories categories;

	ThreadAccess(Threads threads, Categories categories) {
		this.threads = threads;
		this.categories = categories;
	}

	/** A thread that is known and that an audience may see. */
	public Optional<ForumThread> find(String id, Audience audience) {
		return this.threads.find(id)
			.filter(ForumThread::isShown)
			.filter((thread) -> this.categories.isReadable(thread.category().id(), audience));
	}

}
