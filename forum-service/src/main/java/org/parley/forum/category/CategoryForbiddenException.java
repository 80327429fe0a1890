package org.parley.forum.category;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The caller may read but not post in the category. */
final class CategoryForbiddenException extends ProblemException {

	CategoryForbiddenException() {
		super(RefusalKind.FORBIDDEN, "category.forbidden", "You may not post in this category.");
	}

}
