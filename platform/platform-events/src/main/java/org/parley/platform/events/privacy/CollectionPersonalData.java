package org.parley.platform.events.privacy;

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
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
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

	private final List<String> shown;

	private final @Nullable ErasureAction erasing;

	private CollectionPersonalData(MongoOperations mongo, String kind, String collection,
			Function<String, Criteria> owned, List<String> shown, @Nullable ErasureAction erasing) {
		this.mongo = mongo;
		this.kind = kind;
		this.collection = collection;
		this.owned = owned;
		this.shown = shown;
		this.erasing = erasing;
	}

	/** Documents that name the person in an already indexed field. */
	public static CollectionPersonalData of(MongoOperations mongo, String kind, String collection, String field) {
		return new CollectionPersonalData(mongo, kind, collection, (person) -> Criteria.where(field).is(person),
				List.of(), null);
	}

	/** Documents that name the person in a field, for which an index is created. */
	public static CollectionPersonalData indexed(MongoOperations mongo, String kind, String collection, String field) {
		mongo.indexOps(collection).createIndex(new Index(field, Direction.ASC).on(ID, Direction.ASC));
		return of(mongo, kind, collection, field);
	}

	/** Documents whose id is the person's id, a colon and a suffix. */
	public static CollectionPersonalData withIdPrefix(MongoOperations mongo, String kind, String collection) {
		return new CollectionPersonalData(mongo, kind, collection,
				(person) -> Criteria.where(ID).gte(person + ":").lt(person + ";"), List.of(), null);
	}

	/** The single document whose id is the person's id. */
	public static CollectionPersonalData one(MongoOperations mongo, String kind, String collection) {
		return of(mongo, kind, collection, ID);
	}

	/** Exports these fields, in this order. */
	public CollectionPersonalData exporting(String... fields) {
		return new CollectionPersonalData(this.mongo, this.kind, this.collection, this.owned, List.of(fields),
				this.erasing);
	}

	/** Erases by deleting the documents. */
	public CollectionPersonalData deleting() {
		return erasedBy((person, query) -> this.mongo.remove(query, this.collection).getDeletedCount());
	}

	/** Erases by updating the documents. */
	public CollectionPersonalData changed(Function<String, UpdateDefinition> change) {
		return erasedBy((person, query) -> this.mongo.updateMulti(query, change.apply(person), this.collection)
			.getModifiedCount());
	}

	private CollectionPersonalData erasedBy(ErasureAction way) {
		return new CollectionPersonalData(this.mongo, this.kind, this.collection, this.owned, this.shown, way);
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
		if (this.erasing == null) {
			return Step.end(0);
		}
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
		var count = this.erasing.erase(person, new Query(these));
		return (ids.size() < limit) ? Step.end(count) : new Step(count, ids.getLast());
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

	/** Erases documents of a person and returns their number. */
	private interface ErasureAction {

		long erase(String person, Query query);

	}

}
