package org.parley.e2e;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Properties that are missing, have the wrong type, are too long or contain invalid
 * characters.
 */
final class FieldFaults implements Faults {

	@Override
	public Stream<Attempt> of(Endpoint endpoint, TestData testData) {
		return endpoint.body().stream().flatMap((field) -> of(field, endpoint, testData));
	}

	private static Stream<Attempt> of(Field field, Endpoint endpoint, TestData testData) {
		var bad = Stream.concat(bad(field).entrySet().stream(), otherTypes(field, endpoint))
			.map((value) -> attempt(field, value.getKey(), endpoint, testData,
					with(field, value.getValue(), endpoint, testData)));
		if (!field.required()) {
			return bad;
		}
		var without = new LinkedHashMap<String, @Nullable Object>(testData.body(endpoint));
		without.remove(field.name());
		return Stream.concat(bad, Stream.of(attempt(field, "missing", endpoint, testData, without),
				attempt(field, "null", endpoint, testData, with(field, null, endpoint, testData))));
	}

	private static Map<String, Object> bad(Field field) {
		return switch (field.type()) {
			case "text" -> texts(field);
			case "number" -> Map.of("text", "many", "a fraction", 1.5);
			case "list" -> Map.of("text", "one", "an object", Map.of(), "of objects", List.of(Map.of()), "of null",
					new ArrayList<@Nullable Object>(Collections.singletonList(null)));
			case "secret" -> Map.of("an object", Map.of(), "too long", "x".repeat(field.max() + 1));
			case "time" -> Map.of("another text", "sideways", "an object", Map.of());
			default -> Map.of("another text", "sideways", "a number", 7, "an object", Map.of());
		};
	}

	private static Map<String, Object> texts(Field field) {
		return Map.of("too long", "x".repeat(field.max() + 1), "with NUL", "some\u0000text", "with half a character",
				"some\ud800text");
	}

	/** Values that the conversion to this type refuses in all fields. */
	private static Stream<Map.Entry<String, Object>> otherTypes(Field field, Endpoint endpoint) {
		var values = new TreeMap<String, Object>(switch (field.type()) {
			case "text" -> Map.of("a number", 7, "true", true, "a list", List.of("a"), "an object", Map.of());
			case "number" -> Map.of("an object", Map.of(), "huge", new BigDecimal("1e999"), "true", true);
			default -> Map.of();
		});
		return values.isEmpty() ? Stream.empty() : endpoint.deal(List.copyOf(values.entrySet()),
				(other) -> other.body().stream().anyMatch((known) -> known.type().equals(field.type())));
	}

	private static Attempt attempt(Field field, String fault, Endpoint endpoint, TestData testData,
			Map<String, @Nullable Object> body) {
		return Attempt.invalid("%s: %s".formatted(field.name(), fault),
				testData.allowed(endpoint).request(endpoint.method(), testData.path(endpoint), body), field.name());
	}

	private static Map<String, @Nullable Object> with(Field field, @Nullable Object value, Endpoint endpoint,
			TestData testData) {
		var body = new LinkedHashMap<String, @Nullable Object>(testData.body(endpoint));
		body.put(field.name(), value);
		return body;
	}

}
