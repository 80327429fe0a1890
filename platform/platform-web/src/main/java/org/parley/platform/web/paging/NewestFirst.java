package org.parley.platform.web.paging;

import org.springframework.data.domain.Sort.Direction;

/** One page of documents, newest first, by their ids, which sort by time. */
public final class NewestFirst extends OrderedPage {

	/**
	 * Reads the position of the page.
	 * @throws org.parley.platform.domain.RefusalException 400 {@code cursor.invalid}
	 */
	public NewestFirst(PageQuery page) {
		this(page, "newest");
	}

	/**
	 * Reads the position of the page.
	 * @param order the name of the order in cursors
	 * @throws org.parley.platform.domain.RefusalException 400 {@code cursor.invalid}
	 */
	public NewestFirst(PageQuery page, String order) {
		super(page, order, Direction.DESC, "_id");
	}

}
