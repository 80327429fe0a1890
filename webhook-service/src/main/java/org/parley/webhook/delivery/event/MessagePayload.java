package org.parley.webhook.delivery.event;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.privacy.PeopleInJson;
import org.parley.webhook.delivery.WebhookMessage;
import org.parley.webhook.visibility.MessageSubject;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Builds messages from the data of events. */
final class MessagePayload {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private MessagePayload() {
	}

	static Optional<WebhookMessage> message(EventEnvelope event, String type, MessageSubject subject, JsonNode data) {
		var payload = JSON.createObjectNode().put("type", type).put("timestamp", event.time().toString());
		payload.set("data", data);
		return Optional.of(new WebhookMessage(event.id(), type, event.time(), subject, PeopleInJson.ids(data),
				payload.toString()));
	}

	static ObjectNode object() {
		return JSON.createObjectNode();
	}

	static JsonNode without(JsonNode object, String... properties) {
		var rest = (ObjectNode) object.deepCopy();
		rest.remove(Set.of(properties));
		return rest;
	}

	static ObjectNode only(JsonNode object, String... properties) {
		var part = JSON.createObjectNode();
		for (var property : properties) {
			part.set(property, object.path(property).deepCopy());
		}
		return part;
	}

	/**
	 * The properties of something that was removed that readers without it may know, with
	 * its version or that of the removal, as messages may arrive in any order.
	 */
	static ObjectNode removed(EventEnvelope event, JsonNode object, String... properties) {
		var part = only(object, properties);
		part.set("version", (object.hasNonNull("version") ? object : event.data()).path("version").deepCopy());
		return part;
	}

	/** The version of a text; null if there is none. */
	static @Nullable Long version(JsonNode object) {
		return object.hasNonNull("version") ? object.path("version").asLong() : null;
	}

	/** The id in a property. */
	static String id(JsonNode object) {
		return object.path("id").asString("");
	}

}
