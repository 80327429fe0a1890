package org.parley.platform.messaging.secret;

import java.util.List;
import java.util.regex.Pattern;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Masks events for administrators: values that their schema marks {@code "x-secret":
 * true}, sealed values, and most of each mail address. Data without a schema is masked
 * entirely.
 */
public final class EventMasker {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final JsonNode HIDDEN = StringNode.valueOf("***");

	/** Matches whole words, so that each word is searched once. */
	private static final Pattern SEALED = Pattern
		.compile("(?<![A-Za-z0-9_-])[A-Za-z0-9_-]++\\.\\.[A-Za-z0-9_-]{16}\\.[A-Za-z0-9_-]++\\.[A-Za-z0-9_-]{22}");

	/** Limits the text, to bound the cost of the search. */
	private static final Pattern ADDRESS = Pattern
		.compile("([\\p{L}\\p{N}])[\\p{L}\\p{N}._%+'-]{0,63}@([\\p{L}\\p{N}])[\\p{L}\\p{N}.-]{0,252}");

	/** Masks an envelope; text that is not an event is masked entirely. */
	public JsonNode event(String envelope) {
		try {
			return (JSON.readTree(envelope) instanceof ObjectNode event) ? event(event) : HIDDEN;
		}
		catch (JacksonException ex) {
			return HIDDEN;
		}
	}

	private static JsonNode event(ObjectNode event) {
		var masked = JSON.createObjectNode();
		event.properties()
			.stream()
			.filter((attribute) -> attribute.getValue().isValueNode())
			.forEach((attribute) -> masked.set(attribute.getKey(), text(attribute.getValue())));
		var type = event.path("type").asString("");
		return masked.set("data", value(event.path("data"), EventSchema.of(type).stream().toList()));
	}

	private static JsonNode value(JsonNode value, List<EventSchema> schemas) {
		var all = schemas.stream().flatMap(EventSchema::expanded).toList();
		if (all.isEmpty() || all.stream().anyMatch(EventSchema::isSecret)) {
			return HIDDEN;
		}
		return switch (value) {
			case ObjectNode object -> {
				var masked = JSON.createObjectNode();
				object.properties()
					.forEach((property) -> masked.set(property.getKey(), value(property.getValue(),
							all.stream().flatMap((schema) -> schema.property(property.getKey())).toList())));
				yield masked;
			}
			case ArrayNode array -> {
				var masked = JSON.createArrayNode();
				var items = all.stream().flatMap(EventSchema::items).toList();
				array.forEach((item) -> masked.add(value(item, items)));
				yield masked;
			}
			default -> text(value);
		};
	}

	private static JsonNode text(JsonNode value) {
		if (!(value instanceof StringNode text)) {
			return value;
		}
		var unsealed = SEALED.matcher(text.stringValue()).replaceAll("***");
		return StringNode.valueOf(ADDRESS.matcher(unsealed).replaceAll("$1***@$2***"));
	}

}
