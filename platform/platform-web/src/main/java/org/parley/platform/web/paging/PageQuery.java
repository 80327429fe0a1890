package org.parley.platform.web.paging;

import org.jspecify.annotations.Nullable;

/** The query parameters of a page of a list. */
public interface PageQuery {

	/** The position of the page; null for the first one. */
	@Nullable String cursor();

	/** The requested number of items. */
	@Nullable Integer limit();

	/** The number of items on a page; 20 by default. */
	default int size() {
		var limit = limit();
		return (limit != null) ? limit : 20;
	}

}
