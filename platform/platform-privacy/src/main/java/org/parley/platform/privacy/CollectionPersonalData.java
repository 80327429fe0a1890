package org.parley.platform.privacy;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.UpdateDefinition;
import org.springframework.util.StringUtils;

/** Personal data in a collection whose document ids are strings. */
public final class CollectionPersonalData implements PersonalData {

	private static final String ID = "_id";

	private final MongoOperations mongo;

	private final String kind;

	private final String collection;

	private final Function<String, Criteria> owned;

	private List<String> shown = List.of();

	private PageErasure erasing = (_, _, _) -> Step.end(0);

	CollectionPersonalData(MongoOperations mongo, String kind, String collection, Function<String, Criteria> owned) {
		this.mongo = mongo;
		this.kind = kind;
		this.collection = collection;
		this.owned = owned;
	}

	/** Exports these fields, in this order. */
	public CollectionPersonalData exporting(String... fields) {
		this.shown = List.of(fields);
		return this;
	}

	/** Erases by deleting the documents. */
	public void deleting() {
		this.erasing = eachPage((person, query) -> this.mongo.remove(query, this.collection).getDeletedCount());
	}

	/** Erases by updating the documents. */
	public void changed(Function<String, UpdateDefinition> change) {
		this.erasing = eachPage((person, query) -> this.mongo.updateMulti(query, change.apply(person), this.collection)
			.getModifiedCount());
	}

	/**
	 * Erases by an action that changes other data too. It must not find erased items
	 * again, because every page is the first one.
	 */
	public void erasedBy(ItemErasure items) {
		this.erasing = (person, _, limit) -> {
			var count = items.erase(person, limit);
			return (count < limit) ? Step.end(count) : new Step(count, person);
		};
	}

	@Override
	public String kind() {
		return this.kind;
	}

	@Override
	public List<Piece> show(String person, @Nullable String after, int limit) {
		if (this.shown.isEmpty()) {
			return List.of();
		}
		var query = page(person, after, limit);
		this.shown.forEach((field) -> query.fields().include(field));
		return this.mongo.find(query, Document.class, this.collection).stream().map(this::piece).toList();
	}

	@Override
	public Step erase(String person, @Nullable String after, int limit) {
		return this.erasing.erase(person, after, limit);
	}

	private PageErasure eachPage(DocumentErasure documents) {
		return (person, after, limit) -> {
			var query = page(person, after, limit);
			query.fields().include(ID);
			var ids = this.mongo.find(query, Document.class, this.collection)
				.stream()
				.map((found) -> found.getString(ID))
				.toList();
			if (ids.isEmpty()) {
				return Step.end(0);
			}
			var these = new Criteria().andOperator(this.owned.apply(person), Criteria.where(ID).in(ids));
			var count = documents.erase(person, new Query(these));
			return (ids.size() < limit) ? Step.end(count) : new Step(count, ids.getLast());
		};
	}

	private Query page(String person, @Nullable String after, int limit) {
		var owned = this.owned.apply(person);
		var place = (after != null) ? new Criteria().andOperator(owned, Criteria.where(ID).gt(after)) : owned;
		return new Query(place).with(Sort.by(ID)).limit(Limit.of(limit));
	}

	private Piece piece(Document found) {
		var value = new LinkedHashMap<String, @Nullable Object>();
		this.shown.forEach((field) -> value.put(ID.equals(field) ? "id" : field, plain(at(found, field))));
		return new Piece(found.getString(ID), value);
	}

	private static @Nullable Object at(Document found, String path) {
		Object value = found;
		for (var name : StringUtils.tokenizeToStringArray(path, ".")) {
			value = (value instanceof Document document) ? document.get(name) : null;
		}
		return value;
	}

	/** Converts BSON values to JSON values. */
	private static @Nullable Object plain(@Nullable Object value) {
		return switch (value) {
			case null -> null;
			case Date date -> date.toInstant().toString();
			case Document document -> inner(document);
			case List<?> list -> list.stream().map(CollectionPersonalData::plain).filter(Objects::nonNull).toList();
			case String _, Number _, Boolean _ -> value;
			default -> value.toString();
		};
	}

	private static Map<String, @Nullable Object> inner(Document document) {
		var value = new LinkedHashMap<String, @Nullable Object>();
		document.forEach((name, inner) -> {
			if (!"_class".equals(name)) {
				value.put(ID.equals(name) ? "id" : name, plain(inner));
			}
		});
		return value;
	}

	/** Erases up to a number of items of a person and returns how many. */
	public interface ItemErasure {

		long erase(String person, int limit);

	}

	/** Erases documents of a person and returns their number. */
	private interface DocumentErasure {

		long erase(String person, Query query);

	}

	/** Erases a page. */
	private interface PageErasure {

		Step erase(String person, @Nullable String after, int limit);

	}

}
