package org.parley.platform.web.paging;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/** One page of documents in the order of a field, whose values are unique in the list. */
public class OrderedPage {

	private final @Nullable Cursor from;

	private final @Nullable Object edge;

	private final int size;

	private final String order;

	private final Direction direction;

	private final String field;

	/**
	 * Reads the position of the page.
	 * @param order the name of the order in cursors
	 * @param field the field with the values
	 * @param value reads a value from a cursor
	 * @throws org.parley.platform.domain.RefusalException 400 {@code cursor.invalid}
	 */
	public OrderedPage(PageQuery page, String order, Direction direction, String field,
			Function<Cursor, Object> value) {
		var cursor = page.cursor();
		this.from = (cursor != null) ? Cursor.parse(cursor, order, 1) : null;
		this.edge = (this.from != null) ? value.apply(this.from) : null;
		this.size = page.size();
		this.order = order;
		this.direction = direction;
		this.field = field;
	}

	/** Reads the position of the page, whose values are text. */
	public OrderedPage(PageQuery page, String order, Direction direction, String field) {
		this(page, order, direction, field, (cursor) -> cursor.text(0));
	}

	/** Restricts a query, which has no criteria for the field, to the page. */
	public Query of(Query query) {
		var back = this.from != null && this.from.backwards();
		var ascending = this.direction.isAscending() != back;
		if (this.edge != null) {
			var value = Criteria.where(this.field);
			query.addCriteria(ascending ? value.gt(this.edge) : value.lt(this.edge));
		}
		return query.with(Sort.by(ascending ? Direction.ASC : Direction.DESC, this.field))
			.limit(Limit.of(this.size + 1));
	}

	/** Creates the page from the documents that the query has found. */
	public <T> Paged<T> page(List<T> found, Function<? super T, ?> value) {
		return Paged.walk(found, this.from, this.size, this.order, (item) -> new Object[] { value.apply(item) });
	}

	/** Finds the page of a query, which has no criteria for the field. */
	public <T> Paged<T> find(MongoOperations mongo, Query query, Class<T> type, Function<? super T, ?> value) {
		return page(mongo.find(of(query), type), value);
	}

}
