package org.parley.platform.test.endpoint;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A property of a request's body or query, as the table writes it:
 * {@code name:type(max)!~}, where {@code max} is the maximum length, {@code !} marks a
 * required property, and {@code ~} one that the use case refuses, not the declaration of
 * the endpoint.
 *
 * @param name the property's name
 * @param type {@code text}, {@code secret} (a text of any characters), {@code number},
 * {@code list}, {@code choice} or {@code time}, which may be a number of seconds
 * @param max maximum length; 0 if there is no limit
 * @param required whether it is required
 * @param declared whether the endpoint declares what is valid; use cases read cursors
 */
public record InputField(String name, String type, int max, boolean required, boolean declared) {

	private static final Pattern WRITTEN = Pattern
		.compile("([A-Za-z0-9]+):(text|secret|number|list|choice|time)(?:\\((\\d+)\\))?(!?)(~?)");

	static InputField of(String written) {
		var field = WRITTEN.matcher(written);
		if (!field.matches()) {
			throw new IllegalArgumentException("Malformed field: " + written);
		}
		var max = (field.group(3) != null) ? Integer.parseInt(field.group(3)) : 0;
		var declared = field.group(5).isEmpty() && !field.group(1).equals("cursor");
		return new InputField(field.group(1), field.group(2), max, !field.group(4).isEmpty(), declared);
	}

	/** Returns values that are invalid in a body, by their fault. */
	public Map<String, Object> invalidInBody() {
		return switch (this.type) {
			case "text" -> Map.of("too long", "x".repeat(this.max + 1), "with NUL", "some\u0000text",
					"with half a character", "some\ud800text");
			case "number" -> Map.of("text", "many", "a fraction", 1.5);
			case "list" -> Map.of("text", "one", "an object", Map.of(), "of objects", List.of(Map.of()), "of null",
					new ArrayList<@Nullable Object>(Collections.singletonList(null)));
			case "secret" -> Map.of("an object", Map.of(), "too long", "x".repeat(this.max + 1));
			case "time" -> Map.of("another text", "sideways", "an object", Map.of());
			default -> Map.of("another text", "sideways", "a number", 7, "an object", Map.of());
		};
	}

	/** Returns values that the conversion to this type refuses in all bodies. */
	public Map<String, Object> ofOtherTypes() {
		return switch (this.type) {
			case "text" -> Map.of("a number", 7, "true", true, "a list", List.of("a"), "an object", Map.of());
			case "number" -> Map.of("an object", Map.of(), "huge", new BigDecimal("1e999"), "true", true);
			default -> Map.of();
		};
	}

	/** Returns values that are invalid in a query. */
	public List<String> invalidInQuery() {
		return switch (this.name) {
			case "limit" -> List.of("0", "101");
			case "page" -> List.of("0");
			case "cursor" -> List.of("nonsense", "eyJhIjoxfQ");
			default -> switch (this.type) {
				case "number" -> List.of("many", "1.5", "-1", "99999999999");
				case "choice" -> List.of("sideways", "%00");
				default -> List.of("x".repeat(this.max + 1));
			};
		};
	}

	/** Returns values that the conversion of this parameter refuses at all endpoints. */
	public List<String> unconvertible() {
		return switch (this.name) {
			case "limit" -> List.of("-1", "many", "1.5", "99999999999", "%00");
			case "page" -> List.of("-1", "first", "99999999999");
			case "cursor" -> List.of("%00", "e30", "x".repeat(3_000));
			default -> List.of();
		};
	}

	/** Matches the name of the property itself, and of what is in it. */
	public boolean isNamed(String field) {
		return field.equals(this.name) || field.startsWith(this.name + "[") || field.startsWith(this.name + ".");
	}

}
