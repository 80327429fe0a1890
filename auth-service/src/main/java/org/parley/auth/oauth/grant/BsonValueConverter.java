package org.parley.auth.oauth.grant;

import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.bson.Document;

/**
 * Converts plain values to BSON and back. It stores no class names, so the database
 * cannot choose which classes are instantiated. Maps become lists of pairs, as keys are
 * arbitrary request parameters.
 */
final class BsonValueConverter {

	private static final String MAP = "map";

	private static final String SET = "set";

	private static final String ARRAY = "array";

	/** A claim that Spring expects as a {@link Date}, such as {@code auth_time}. */
	private static final String DATE = "date";

	private BsonValueConverter() {
	}

	static Object toBson(Object value) {
		return switch (value) {
			case String _, Boolean _, Integer _, Long _, Double _ -> value;
			case Instant instant -> Date.from(instant);
			case Date date -> new Document(DATE, date);
			case URI uri -> uri.toString();
			case URL url -> url.toString();
			case String[] array -> new Document(ARRAY, List.of(array));
			case Map<?, ?> map -> new Document(MAP, pairs(map));
			case Set<?> set -> new Document(SET, items(set));
			case Collection<?> items -> items(items);
			default -> throw new IllegalArgumentException("Cannot convert " + value.getClass());
		};
	}

	private static List<Object> items(Collection<?> items) {
		return items.stream().<Object>map(BsonValueConverter::toBson).toList();
	}

	private static List<Document> pairs(Map<?, ?> map) {
		return map.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != null)
			.map((entry) -> new Document("name", entry.getKey()).append("value", toBson(entry.getValue())))
			.toList();
	}

	/** Reads a map. */
	static Map<String, Object> toMap(Document stored) {
		var map = new LinkedHashMap<String, Object>();
		stored.getList(MAP, Document.class)
			.forEach((pair) -> map.put(pair.getString("name"), toValue(Objects.requireNonNull(pair.get("value")))));
		return map;
	}

	private static Object toValue(Object stored) {
		return switch (stored) {
			case Date date -> date.toInstant();
			case List<?> items -> items.stream().<Object>map(BsonValueConverter::toValue).toList();
			case Document document when document.containsKey(MAP) -> toMap(document);
			case Document document when document.containsKey(SET) -> new LinkedHashSet<>(
					document.getList(SET, Object.class).stream().map(BsonValueConverter::toValue).toList());
			case Document document when document.containsKey(DATE) -> document.getDate(DATE);
			case Document document -> document.getList(ARRAY, String.class).toArray(String[]::new);
			default -> stored;
		};
	}

}
