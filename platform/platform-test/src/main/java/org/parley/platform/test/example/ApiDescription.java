package org.parley.platform.test.example;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/** The operations of an API document, to be compared with recorded answers. */
record ApiDescription(JsonNode document) {

	private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

	/** Operations without a recorded exchange. */
	Set<String> missingIn(JsonNode recording) {
		var missing = new TreeSet<String>();
		for (var path : this.document.path("paths").properties()) {
			path.getValue()
				.propertyNames()
				.stream()
				.filter(METHODS::contains)
				.map((method) -> method.toUpperCase(Locale.ROOT) + " " + path.getKey())
				.forEach(missing::add);
		}
		missing.removeIf((operation) -> recording.path(operation).has("answers"));
		return missing;
	}

	/** Recorded exchanges without a description or with empty results. */
	List<String> deniedBy(JsonNode recording) {
		return recording.properties()
			.stream()
			.flatMap((example) -> denied(example.getKey(), operation(example.getKey()), example.getValue()))
			.toList();
	}

	/** Recorded answers that are missing from the examples of the document. */
	List<String> notShown(JsonNode recording) {
		return recording.properties()
			.stream()
			.flatMap((example) -> answers(example.getValue()).filter((answer) -> !answer.getValue().isNull())
				.filter((answer) -> !shown(operation(example.getKey()), answer.getKey()).equals(answer.getValue()))
				.map((answer) -> example.getKey() + " " + answer.getKey()))
			.toList();
	}

	private static Stream<String> denied(String name, JsonNode operation, JsonNode example) {
		var parameters = operation.path("parameters").findValuesAsString("name");
		return Stream
			.of(example.path("parameters")
				.propertyNames()
				.stream()
				.filter((parameter) -> !parameters.contains(parameter))
				.map((parameter) -> name + " has no parameter " + parameter),
					Stream.of(name + " has no body")
						.filter((_) -> example.has("request") && !operation.has("requestBody")),
					answers(example).filter((answer) -> !knows(operation, answer))
						.map((answer) -> "%s answers no %s like %s".formatted(name, answer.getKey(),
								answer.getValue())),
					answers(example).filter((answer) -> isEmptyList(answer.getValue().path("data")))
						.map((_) -> name + " shows an empty list: create an item first"))
			.flatMap((each) -> each);
	}

	private static boolean knows(JsonNode operation, Map.Entry<String, JsonNode> answer) {
		var response = operation.path("responses").path(answer.getKey());
		return response.isObject() && response.has("content") != answer.getValue().isNull();
	}

	private static boolean isEmptyList(JsonNode data) {
		return data.isArray() && data.isEmpty();
	}

	private static Stream<Map.Entry<String, JsonNode>> answers(JsonNode example) {
		return example.path("answers").properties().stream();
	}

	private static JsonNode shown(JsonNode operation, String status) {
		return operation.path("responses").path(status).findPath("examples").at("/recorded/value");
	}

	private JsonNode operation(String name) {
		var space = name.indexOf(' ');
		return this.document.path("paths")
			.path(name.substring(space + 1))
			.path(name.substring(0, space).toLowerCase(Locale.ROOT));
	}

}
