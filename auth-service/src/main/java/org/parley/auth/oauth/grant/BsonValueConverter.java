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
 * Plain values as the database has them: no class is named there, so none is made that
 * the database names. A map is a list of pairs, as its keys may be anything: parameters
 * of a request, say.
 */
final class BsonValueConverter {

	private static final String MAP = "map";

	private static final String SET = "set";

	private static final String ARRAY = "array";

	/** What Spring has as a {@link Date}: a claim such as {@code auth_time}. */
	private static final String DATE = "date";

	private BsonValueConverter() {
	}

	static Object kept(Object value) {
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
			default -> throw new IllegalArgumentException("Nothing is known of how to keep a " + value.getClass());
		};
	}

	private static List<Object> items(Collection<?> items) {
		return items.stream().<Object>map(BsonValueConverter::kept).toList();
	}

	private static List<Document> pairs(Map<?, ?> map) {
		return map.entrySet()
			.stream()
			.filter((entry) -> entry.getValue() != null)
			.map((entry) -> new Document("name", entry.getKey()).append("value", kept(entry.getValue())))
			.toList();
	}

	/** The map that was kept. */
	static Map<String, Object> map(Document kept) {
		var map = new LinkedHashMap<String, Object>();
		kept.getList(MAP, Document.class)
			.forEach((pair) -> map.put(pair.getString("name"), value(Objects.requireNonNull(pair.get("value")))));
		return map;
	}

	private static Object value(Object kept) {
		return switch (kept) {
			case Date date -> date.toInstant();
			case List<?> items -> items.stream().<Object>map(BsonValueConverter::value).toList();
			case Document document when document.containsKey(MAP) -> map(document);
			case Document document when document.containsKey(SET) -> new LinkedHashSet<>(
					document.getList(SET, Object.class).stream().map(BsonValueConverter::value).toList());
			case Document document when document.containsKey(DATE) -> document.getDate(DATE);
			case Document document -> document.getList(ARRAY, String.class).toArray(String[]::new);
			default -> kept;
		};
	}

}
