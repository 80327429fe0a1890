package org.parley.social.page;

import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A part of a sorted list: the items behind an edge.
 *
 * @param edge the key of the item before the first one; null at the start
 * @param backwards whether the list is read from its end
 * @param max the maximum number of items
 */
public record ListRange(@Nullable String edge, boolean backwards, int max) {

	/** The first items of a list. */
	public static ListRange ofStart(int max) {
		return new ListRange(null, false, max);
	}

	/** A query for this part of a list that is sorted by a key. */
	public Query query(Criteria list, String key, Direction order) {
		var descending = order.isDescending() != this.backwards;
		if (this.edge != null) {
			list = descending ? list.and(key).lt(this.edge) : list.and(key).gt(this.edge);
		}
		return new Query(list).with(Sort.by(descending ? Direction.DESC : Direction.ASC, key)).limit(this.max);
	}

}
