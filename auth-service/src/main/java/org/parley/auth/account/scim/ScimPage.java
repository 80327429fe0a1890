package org.parley.auth.account.scim;

import java.util.List;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * A page of a list, by numbers.
 *
 * @param filter only resources that match; null for all
 * @param startIndex of the first resource, from 1
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2.4">RFC 7644,
 * 3.4.2.4</a>
 */
record ScimPage(@Nullable String filter, long startIndex, int count) {

	/** The most resources of a page. */
	static final int MAXIMUM = 200;

	static ScimPage of(@Nullable String filter, @Nullable Long startIndex, @Nullable Integer count) {
		return new ScimPage(filter, (startIndex != null) ? Math.max(startIndex, 1) : 1,
				(count != null) ? Math.clamp(count, 0, MAXIMUM) : MAXIMUM / 2);
	}

	/** Reads the page of documents that match the filter and a condition. */
	<T> ObjectNode read(MongoOperations mongo, Class<T> type, Criteria condition,
			Map<String, Function<String, Criteria>> attributes, Function<T, ObjectNode> resource) {
		var wanted = (this.filter == null || this.filter.isBlank()) ? condition
				: new Criteria().andOperator(condition, ScimFilter.read(this.filter, attributes));
		var total = mongo.count(new Query(wanted), type);
		if (this.count == 0 || this.startIndex > total) {
			return ScimJson.list(List.of(), total, this.startIndex);
		}
		var page = new Query(wanted).with(Sort.by("_id")).skip(this.startIndex - 1).limit(this.count);
		return ScimJson.list(mongo.find(page, type).stream().map(resource).toList(), total, this.startIndex);
	}

}
