package org.parley.moderation.cases;

import org.parley.moderation.category.ModerationCategories;
import org.parley.moderation.category.ModerationScope;

import org.springframework.stereotype.Component;

/** Finds cases for those who moderate the category that they are in. */
@Component
class CaseAccess {

	private final Cases cases;

	private final ModerationCategories moderationCategories;

	CaseAccess(Cases cases, ModerationCategories moderationCategories) {
		this.cases = cases;
		this.moderationCategories = moderationCategories;
	}

	/**
	 * One case.
	 * @throws org.parley.platform.web.problem.ProblemException 404 {@code case.not-found}
	 * when there is none in these categories; 503 {@code case.category-unknown} while the
	 * forum has not told of its category
	 */
	ModerationCase find(String id, ModerationScope moderated) {
		var one = this.cases.find(id).orElseThrow(CaseRefusedException::notFound);
		if (moderated.contain(one.categoryId())) {
			return one;
		}
		throw this.moderationCategories.isKnown(one.categoryId()) ? CaseRefusedException.notFound()
				: CaseRefusedException.categoryUnknown();
	}

}
