package org.parley.moderation.cases;

import org.parley.moderation.category.Categories;
import org.parley.moderation.category.ModeratedCategories;

import org.springframework.stereotype.Component;

/** Finds cases for those who moderate the category that they are in. */
@Component
class CaseAccess {

	private final Cases cases;

	private final Categories categories;

	CaseAccess(Cases cases, Categories categories) {
		this.cases = cases;
		this.categories = categories;
	}

	/**
	 * One case.
	 * @throws org.parley.platform.web.problem.ProblemException 404 {@code case.not-found}
	 * when there is none in these categories; 503 {@code case.category-unknown} while the
	 * forum has not told of its category
	 */
	ModerationCase find(String id, ModeratedCategories moderated) {
		var one = this.cases.find(id).orElseThrow(CaseRefusedException::notFound);
		if (moderated.contain(one.categoryId())) {
			return one;
		}
		throw this.categories.isKnown(one.categoryId()) ? CaseRefusedException.notFound()
				: CaseRefusedException.categoryUnknown();
	}

}
