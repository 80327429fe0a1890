package org.parley.forum.relocation;

import java.util.Optional;

import org.parley.forum.category.Audience;
import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/** Who may see a work: whoever may read where posts go from and where they go to. */
@Component
class WorkAccess {

	private final ThreadWorks works;

	private final Threads threads;

	private final CategoryAccess categories;

	WorkAccess(ThreadWorks works, Threads threads, CategoryAccess categories) {
		this.works = works;
		this.threads = threads;
		this.categories = categories;
	}

	/**
	 * A work that an audience may see.
	 * @throws ProblemException 404 {@code thread-work.not-found}
	 */
	ThreadWork visible(String id, Audience audience) {
		return this.works.find(id)
			.filter((work) -> isVisible(work, audience))
			.orElseThrow(() -> ProblemException.notFound("thread-work.not-found", "There is no such work."));
	}

	/** The last work that took posts from a thread, if an audience may see it. */
	Optional<ThreadWork> lastOf(String sourceId, Audience audience) {
		return this.works.lastOf(sourceId).filter((work) -> isVisible(work, audience));
	}

	ThreadWork begin(ThreadWork work) {
		return this.works.save(work);
	}

	private boolean isVisible(ThreadWork work, Audience audience) {
		var part = work.part();
		return isReadable(work.sourceId(), audience)
				&& ((part != null) ? mayRead(part.categoryId(), audience) : isReadable(work.targetId(), audience));
	}

	private boolean isReadable(String threadId, Audience audience) {
		return this.threads.find(threadId).filter((thread) -> mayRead(thread.categoryId(), audience)).isPresent();
	}

	private boolean mayRead(String categoryId, Audience audience) {
		return this.categories.byId(categoryId).filter((category) -> category.readableBy(audience)).isPresent();
	}

}
