package org.parley.forum.category;

import org.parley.platform.web.problem.ProblemException;
import org.parley.platform.web.problem.RefusalKind;

/** The category does not exist, or the caller may not read it. */
public final class CategoryNotFoundException extends ProblemException {

	public CategoryNotFoundException() {
		super(RefusalKind.NOT_FOUND, "category.not-found", "The category does not exist.");
	}

}
