package org.parley.contracts;

import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Replaces each reference by its target. */
final class Inlining {

	private static final String COMMON = "urn:parley:event:common:1#";

	private final JsonNode document;

	private final Function<String, JsonNode> common;

	private Inlining(JsonNode document, Function<String, JsonNode> common) {
		this.document = document;
		this.common = common;
	}

	/**
	 * Replaces all references of a schema.
	 * @param common finds shared definitions by pointer
	 * @throws IllegalArgumentException when a reference has no target, or conflicts with
	 * its siblings
	 */
	static JsonNode of(JsonNode schema, Function<String, JsonNode> common) {
		JsonNode inlined = new Inlining(schema, common).inline(schema);
		((ObjectNode) inlined).remove("$defs");
		return inlined;
	}

	private JsonNode inline(JsonNode node) {
		if (node.isArray()) {
			ArrayNode array = JsonNodeFactory.instance.arrayNode();
			node.forEach((item) -> array.add(inline(item)));
			return array;
		}
		if (!node.isObject()) {
			return node;
		}
		ObjectNode object = node.has("$ref") ? target(node.path("$ref").asText())
				: JsonNodeFactory.instance.objectNode();
		node.properties()
			.stream()
			.filter((field) -> !field.getKey().equals("$ref"))
			.forEach((field) -> add(object, field));
		return object;
	}

	private void add(ObjectNode object, Map.Entry<String, JsonNode> field) {
		JsonNode value = inline(field.getValue());
		JsonNode other = object.replace(field.getKey(), value);
		if (other != null && !other.equals(value) && !SchemaChanges.WORDS.contains(field.getKey())) {
			throw new IllegalArgumentException("A reference says otherwise: " + field.getKey());
		}
	}

	private ObjectNode target(String reference) {
		boolean shared = reference.startsWith(COMMON);
		JsonNode target = shared ? this.common.apply(reference.substring(COMMON.length()))
				: this.document.at(reference.substring(1));
		if (!target.isObject()) {
			throw new IllegalArgumentException("Nothing is called " + reference);
		}
		JsonNode home = shared ? this.common.apply("") : this.document;
		return (ObjectNode) new Inlining(home, this.common).inline(target);
	}

}
