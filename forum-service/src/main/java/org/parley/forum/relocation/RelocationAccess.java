package org.parley.forum.relocation;

import java.util.Optional;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.security.category.Rights;
import org.parley.platform.web.problem.ProblemException;

import org.springframework.stereotype.Component;

/** Who may see a work: whoever moderates where posts go from and where they go to. */
@Component
class RelocationAccess {

	private final ThreadRelocations works;

	private final Threads threads;

	private final CategoryAccess categories;

	RelocationAccess(ThreadRelocations works, Threads threads, CategoryAccess categories) {
		this.works = works;
		this.threads = threads;
		this.categories = categories;
	}

	/**
	 * A work that may be seen with these rights.
	 * @throws ProblemException 404 {@code thread-work.not-found}
	 */
	ThreadRelocation visible(String id, Rights rights) {
		return this.works.find(id)
			.filter((work) -> isVisible(work, rights))
			.orElseThrow(() -> ProblemException.notFound("thread-work.not-found", "There is no such work."));
	}

	/**
	 * The last work that took posts from a thread, if it may be seen with these rights.
	 */
	Optional<ThreadRelocation> lastOf(String sourceId, Rights rights) {
		return this.works.lastOf(sourceId).filter((work) -> isVisible(work, rights));
	}

	ThreadRelocation begin(ThreadRelocation work) {
		return this.works.save(work);
	}

	private boolean isVisible(ThreadRelocation work, Rights rights) {
		var part = work.part();
		return isModerated(work.sourceId(), rights)
				&& ((part != null) ? moderates(part.categoryId(), rights) : isModerated(work.targetId(), rights));
	}

	private boolean isModerated(String threadId, Rights rights) {
		return this.threads.find(threadId).filter((thread) -> moderates(thread.categoryId(), rights)).isPresent();
	}

	private boolean moderates(String categoryId, Rights rights) {
		return this.categories.byId(categoryId).filter(rights::moderate).isPresent();
	}

}
