package org.parley.platform.test.example;

import java.util.LinkedHashSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Lists the differences between two documents, one per line. */
final class JsonDifferences {

	private JsonDifferences() {
	}

	static Stream<String> between(JsonNode before, JsonNode now) {
		return between(before, now, "");
	}

	private static Stream<String> between(JsonNode before, JsonNode now, String place) {
		if (before.equals(now)) {
			return Stream.empty();
		}
		if (before instanceof ObjectNode && now instanceof ObjectNode) {
			var names = new LinkedHashSet<>(before.propertyNames());
			names.addAll(now.propertyNames());
			return names.stream().flatMap((name) -> between(before.path(name), now.path(name), place + "/" + name));
		}
		if (before instanceof ArrayNode && now instanceof ArrayNode) {
			return IntStream.range(0, Math.max(before.size(), now.size()))
				.boxed()
				.flatMap((i) -> between(before.path(i), now.path(i), place + "/" + i));
		}
		return Stream.of("%s: recorded %s, now %s".formatted(place, said(before), said(now)));
	}

	private static String said(JsonNode node) {
		return node.isMissingNode() ? "nothing" : node.toString();
	}

}
