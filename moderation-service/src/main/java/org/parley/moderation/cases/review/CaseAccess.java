package org.parley.moderation.cases.review;

import org.parley.moderation.cases.CaseRefusedException;
import org.parley.moderation.cases.Cases;
import org.parley.moderation.cases.ModerationCase;
import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationScope;

import org.springframework.stereotype.Component;

/** Finds cases in the categories that a caller moderates. */
@Component
public class CaseAccess {

	private final Cases cases;

	private final ModerationCategories moderationCategories;

	CaseAccess(Cases cases, ModerationCategories moderationCategories) {
		this.cases = cases;
		this.moderationCategories = moderationCategories;
	}

	/**
	 * Returns a case in the scope.
	 * @throws org.parley.platform.domain.RefusalException 404 {@code case.not-found} when
	 * the scope has no such case; 503 {@code case.category-unknown} when no event of its
	 * category has arrived
	 */
	public ModerationCase get(String id, ModerationScope scope) {
		var found = this.cases.find(id).orElseThrow(CaseRefusedException::notFound);
		if (found.isIn(scope)) {
			return found;
		}
		throw this.moderationCategories.isKnown(found.categoryId()) ? CaseRefusedException.notFound()
				: CaseRefusedException.categoryUnknown();
	}

}
