package org.parley.auth.account.scim;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

/**
 * The resources of a list that a request wants, by numbers, and their attributes.
 *
 * @param filter only resources that match; null for all
 * @param startIndex of the first resource, from 1
 * @param attributes the only ones that are wanted; null for all
 * @param sortBy ignored, as a server without sorting has to
 * @param sortOrder ignored
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7644#section-3.4.2">RFC 7644, 3.4.2 and
 * 3.9</a>
 */
record ScimQuery(@Nullable String filter, @Nullable Long startIndex, @Nullable Integer count,
		@Nullable String attributes, @Nullable String excludedAttributes, @Nullable String sortBy,
		@Nullable String sortOrder) {

	/** The most resources of a page. */
	static final int MAXIMUM = 200;

	/** Reads the page of documents that match the filter and a condition. */
	<T> ObjectNode read(MongoOperations mongo, Class<T> type, Criteria condition,
			Map<String, Function<String, Criteria>> attributes, Function<T, ObjectNode> resource) {
		var wanted = (this.filter == null || this.filter.isBlank()) ? condition
				: new Criteria().andOperator(condition, ScimFilter.read(this.filter, attributes));
		var first = Math.max(Objects.requireNonNullElse(this.startIndex, 1L), 1);
		var size = Math.clamp(Objects.requireNonNullElse(this.count, MAXIMUM / 2), 0, MAXIMUM);
		var total = mongo.count(new Query(wanted), type);
		if (size == 0 || first > total) {
			return ScimJson.list(List.of(), total, first);
		}
		var page = new Query(wanted).with(Sort.by("_id")).skip(first - 1).limit(size);
		return ScimJson.list(mongo.find(page, type).stream().map(resource).toList(), total, first);
	}

	/** Leaves out the attributes that the request does not want. */
	ObjectNode reduce(ObjectNode resource) {
		var always = Set.of("schemas", "id", "meta");
		resource.retain(resource.propertyNames()
			.stream()
			.filter((name) -> always.contains(name) || wants(name.toLowerCase(Locale.ROOT)))
			.toList());
		return resource;
	}

	/** Whether the request wants an attribute, by its lower-case name. */
	boolean wants(String name) {
		return (this.attributes == null || names(this.attributes).contains(name))
				&& (this.excludedAttributes == null || !names(this.excludedAttributes).contains(name));
	}

	/** The lower-case names of attributes, of sub-attributes those of their attribute. */
	private static Set<String> names(String list) {
		return Arrays.stream(list.split(",", 100))
			.map((name) -> name.strip().toLowerCase(Locale.ROOT))
			.map((name) -> name.startsWith("urn:") ? name.substring(name.lastIndexOf(':') + 1) : name)
			.map((name) -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
			.collect(Collectors.toUnmodifiableSet());
	}

}
