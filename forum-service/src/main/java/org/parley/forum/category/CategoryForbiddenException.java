package org.parley.forum.category;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The caller may read but not post in the category. */
final class CategoryForbiddenException extends RefusalException {

	CategoryForbiddenException() {
		super(RefusalKind.FORBIDDEN, "category.forbidden", "You may not post in this category.");
	}

}
