package org.parley.contracts;

import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The schemas of events within one document: each has its own name, and each reference
 * points to that name.
 */
final class AsyncApiSchemas {

	private static final String SHARED = "urn:parley:event:common:1#/$defs/";

	private static final String OWN = "#/$defs/";

	private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();

	private AsyncApiSchemas() {
	}

	static ObjectNode of(Catalogue catalogue) {
		AsyncApiSchemas all = new AsyncApiSchemas();
		all.addShapesOf("common");
		all.add("envelope", "envelope");
		catalogue.entries().map(Catalogue.Entry::type).forEach(all::addEvent);
		return all.schemas;
	}

	private void addEvent(String type) {
		addShapesOf(type);
		add(type, type);
		ObjectNode event = this.schemas.putObject("event." + type);
		event.putArray("allOf").addObject().put("$ref", "#/components/schemas/envelope");
		event.withObject("/properties/type").put("const", type);
		event.withObject("/properties/dataschema").put("const", Contracts.schemaId(type));
		event.withObject("/properties/data").put("$ref", "#/components/schemas/" + type);
	}

	private void add(String name, String file) {
		ObjectNode schema = Contracts.schema(file).deepCopy();
		schema.remove(List.of("$schema", "$id", "$defs"));
		this.schemas.set(name, linked(schema, file));
	}

	private void addShapesOf(String file) {
		Contracts.schema(file)
			.path("$defs")
			.properties()
			.forEach((shape) -> this.schemas.set(nameOf(file, shape.getKey()),
					linked(shape.getValue().deepCopy(), file)));
	}

	private static String nameOf(String file, String shape) {
		return file.equals("common") ? "shared." + shape : file + "." + shape;
	}

	private static JsonNode linked(JsonNode schema, String file) {
		schema.findParents("$ref").forEach((parent) -> {
			String reference = parent.path("$ref").asText();
			((ObjectNode) parent).put("$ref",
					"#/components/schemas/" + nameOf(fileOf(reference, file), shapeOf(reference)));
		});
		return schema;
	}

	private static String fileOf(String reference, String file) {
		return reference.startsWith(SHARED) ? "common" : file;
	}

	private static String shapeOf(String reference) {
		return Stream.of(SHARED, OWN)
			.filter(reference::startsWith)
			.map((prefix) -> reference.substring(prefix.length()))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(reference));
	}

}
