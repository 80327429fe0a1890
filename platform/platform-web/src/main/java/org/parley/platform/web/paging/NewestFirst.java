package org.parley.platform.web.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** One page of documents, newest first, by their ids, which sort by time. */
public final class NewestFirst {

	private static final String SORT = "newest";

	private static final String ID = "_id";

	private final @Nullable Cursor from;

	private final int size;

	/**
	 * Reads the position of the page.
	 * @throws org.parley.platform.web.problem.ProblemException 400 {@code cursor.invalid}
	 */
	public NewestFirst(PageQuery page) {
		var cursor = page.cursor();
		this.from = (cursor != null) ? Cursor.parse(cursor, SORT, 1) : null;
		this.size = page.size();
	}

	/** Restricts a query, which has no criteria for the id, to the page. */
	public Query of(Query query) {
		var back = this.from != null && this.from.backwards();
		if (this.from != null) {
			var id = Criteria.where(ID);
			query.addCriteria(back ? id.gt(this.from.text(0)) : id.lt(this.from.text(0)));
		}
		return query.with(Sort.by(back ? Sort.Direction.ASC : Sort.Direction.DESC, ID)).limit(Limit.of(this.size + 1));
	}

	/** Creates the page from the documents that the query has found. */
	public <T> Paged<T> page(List<T> found, Function<? super T, String> id) {
		return Paged.walk(found, this.from, this.size, SORT, (item) -> new Object[] { id.apply(item) });
	}

}
