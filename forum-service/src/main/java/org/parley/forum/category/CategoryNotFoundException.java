package org.parley.forum.category;

import org.parley.platform.web.problem.ProblemException;

import org.springframework.http.HttpStatus;

/** There is no such category, or none that the caller may see. */
public final class CategoryNotFoundException extends ProblemException {

	public CategoryNotFoundException() {
		super(HttpStatus.NOT_FOUND, "category.not-found", "There is no such category.");
	}

}
