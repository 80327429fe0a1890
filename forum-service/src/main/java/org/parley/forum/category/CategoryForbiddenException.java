package org.parley.forum.category;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The caller may read but not post in the category. */
final class CategoryForbiddenException extends ProblemException {

	CategoryForbiddenException() {
		super(HttpStatus.FORBIDDEN, "category.forbidden", "You may not post in this category.");
	}

}
