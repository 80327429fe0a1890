package org.parley.forum.relocation;

import java.util.Optional;

import org.parley.forum.category.CategoryAccess;
import org.parley.forum.thread.Threads;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Rights;

import org.springframework.stereotype.Component;

/** Access to relocations: moderators of both the source and the target may see them. */
@Component
class RelocationAccess {

	private final ThreadRelocations relocations;

	private final Threads threads;

	private final CategoryAccess categories;

	RelocationAccess(ThreadRelocations relocations, Threads threads, CategoryAccess categories) {
		this.relocations = relocations;
		this.threads = threads;
		this.categories = categories;
	}

	/**
	 * Returns a relocation that is visible with the given rights.
	 * @throws RefusalException 404 {@code thread-work.not-found}
	 */
	ThreadRelocation visible(String id, Rights rights) {
		return this.relocations.find(id)
			.filter((relocation) -> isVisible(relocation, rights))
			.orElseThrow(
					() -> RefusalException.notFound("thread-work.not-found", "The merge or split does not exist."));
	}

	/** Finds the last visible relocation that moved posts out of a thread. */
	Optional<ThreadRelocation> lastFrom(String sourceId, Rights rights) {
		return this.relocations.lastFrom(sourceId).filter((relocation) -> isVisible(relocation, rights));
	}

	private boolean isVisible(ThreadRelocation relocation, Rights rights) {
		var part = relocation.part();
		return isModerated(relocation.sourceId(), rights)
				&& ((part != null) ? moderates(part.categoryId(), rights) : isModerated(relocation.targetId(), rights));
	}

	private boolean isModerated(String threadId, Rights rights) {
		return this.threads.find(threadId).filter((thread) -> moderates(thread.categoryId(), rights)).isPresent();
	}

	private boolean moderates(String categoryId, Rights rights) {
		return this.categories.byId(categoryId).filter(rights::mayModerate).isPresent();
	}

}
