package org.parley.forum.category;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** The caller may read here, and not post. */
final class CategoryForbiddenException extends ProblemException {

	CategoryForbiddenException() {
		super(HttpStatus.FORBIDDEN, "category.forbidden", "You may not post in this category.");
	}

}
