package org.parley.contracts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;

/**
 * What in a schema breaks somebody, compared with the one before: listeners of yesterday
 * who hear today's events, or listeners of today who read yesterday's from a queue, an
 * outbox or among dead letters. Both ignore fields that they do not know and check no
 * limits; so fields may be added, when nobody must send them, and limits may widen. Of a
 * keyword that is not known here, any change breaks.
 */
final class SchemaChanges {

	/** Keywords that may always change. */
	static final Set<String> WORDS = Set.of("$schema", "$comment", "title", "description", "examples", "deprecated",
			"x-extensible");

	private static final Set<String> MOST = Set.of("maximum", "exclusiveMaximum", "maxLength", "maxItems",
			"maxProperties");

	private static final Set<String> LEAST = Set.of("minimum", "exclusiveMinimum", "minLength", "minItems",
			"minProperties");

	private final List<String> breaks = new ArrayList<>();

	private SchemaChanges() {
	}

	/** Lists the incompatible changes with their places; empty when there are none. */
	static List<String> between(String name, JsonNode before, JsonNode now) {
		SchemaChanges changes = new SchemaChanges();
		changes.compare(name, before, now);
		return changes.breaks;
	}

	private void compare(String at, JsonNode before, JsonNode now) {
		if (!before.isObject() || !now.isObject()) {
			must(before.equals(now), at, "has another schema");
			return;
		}
		Set<String> keywords = new LinkedHashSet<>(names(before));
		keywords.addAll(names(now));
		keywords.removeAll(WORDS);
		keywords.forEach((keyword) -> compare(at, keyword, before, now));
	}

	private void compare(String at, String keyword, JsonNode before, JsonNode now) {
		JsonNode was = before.path(keyword);
		JsonNode is = now.path(keyword);
		switch (keyword) {
			case "properties" -> properties(at, before, was, is);
			case "required" -> required(at, values(was), values(is));
			case "enum" -> values(at, values(was), values(is), before.path("x-extensible").asBoolean());
			case "type" -> must(types(was).equals(types(is)), at, "has another type");
			case "items" -> compare(at + "[]", was, is);
			case "allOf", "anyOf", "oneOf" -> branches(at, keyword, was, is);
			case "pattern" -> must(is.isMissingNode() || is.equals(was), at, "has another pattern");
			case "uniqueItems" -> must(!is.asBoolean() || was.asBoolean(), at, "must be unique now");
			case "x-secret" -> must(!was.asBoolean() || is.asBoolean(), at, "is no secret any more");
			default -> {
				boolean limit = MOST.contains(keyword) || LEAST.contains(keyword);
				must(limit ? isWidened(keyword, was, is) : was.equals(is), at, "has another " + keyword);
			}
		}
	}

	private void properties(String at, JsonNode before, JsonNode was, JsonNode is) {
		for (Map.Entry<String, JsonNode> field : was.properties()) {
			String place = at + "." + field.getKey();
			if (is.has(field.getKey())) {
				compare(place, field.getValue(), is.path(field.getKey()));
			}
			else {
				this.breaks.add(place + " is gone");
			}
		}
		boolean closed = before.path("additionalProperties").equals(BooleanNode.FALSE);
		names(is).stream()
			.filter((name) -> !was.has(name) && !closed)
			.forEach((name) -> this.breaks.add(at + "." + name + " could be anything before"));
	}

	private void required(String at, List<JsonNode> was, List<JsonNode> is) {
		was.stream()
			.filter((name) -> !is.contains(name))
			.forEach((name) -> this.breaks.add(at + "." + name.asText() + " may be absent now"));
		is.stream()
			.filter((name) -> !was.contains(name))
			.forEach((name) -> this.breaks.add(at + "." + name.asText() + " is required now"));
	}

	private void values(String at, List<JsonNode> was, List<JsonNode> is, boolean extensible) {
		was.stream()
			.filter((value) -> !is.contains(value))
			.forEach((value) -> this.breaks.add(at + " cannot be " + value + " any more"));
		is.stream()
			.filter((value) -> !was.contains(value) && !extensible)
			.forEach((value) -> this.breaks.add(at + " can be " + value + " now"));
	}

	private void branches(String at, String keyword, JsonNode was, JsonNode is) {
		if (was.size() != is.size()) {
			this.breaks.add(at + " has other branches: " + keyword);
			return;
		}
		for (int branch = 0; branch < was.size(); branch++) {
			compare("%s(%s %d)".formatted(at, keyword, branch), was.path(branch), is.path(branch));
		}
	}

	private static boolean isWidened(String keyword, JsonNode was, JsonNode is) {
		if (was.isMissingNode() || is.isMissingNode()) {
			return is.isMissingNode();
		}
		int difference = is.decimalValue().compareTo(was.decimalValue());
		return MOST.contains(keyword) ? difference >= 0 : difference <= 0;
	}

	private static Set<JsonNode> types(JsonNode type) {
		return type.isArray() ? Set.copyOf(values(type)) : Set.of(type);
	}

	private static List<JsonNode> values(JsonNode array) {
		return array.valueStream().toList();
	}

	private static List<String> names(JsonNode object) {
		return object.propertyStream().map(Map.Entry::getKey).toList();
	}

	private void must(boolean kept, String at, String otherwise) {
		if (!kept) {
			this.breaks.add(at + " " + otherwise);
		}
	}

}
