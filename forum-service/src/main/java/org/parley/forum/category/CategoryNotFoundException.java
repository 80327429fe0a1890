package org.parley.forum.category;

import org.parley.platform.domain.RefusalException;
import org.parley.platform.domain.RefusalKind;

/** The category does not exist, or the caller may not read it. */
public final class CategoryNotFoundException extends RefusalException {

	public CategoryNotFoundException() {
		super(RefusalKind.NOT_FOUND, "category.not-found", "The category does not exist.");
	}

}
