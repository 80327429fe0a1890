package org.parley.platform.privacy.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.delivery.EventScrubber;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.erasure.LocalErasures;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Removes erased users from late or repeated events: events about an erased user are
 * dropped, and other events name the user as {@link DeletedUser}.
 */
public class ErasedUserScrubber implements EventScrubber {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** These types carry no personal data except the id. */
	private static final Set<String> HARMLESS = Set.of("erasure.requested", "erasure.done", "user.deleted",
			"session.revoked");

	private final LocalErasures localErasures;

	ErasedUserScrubber(LocalErasures localErasures) {
		this.localErasures = localErasures;
	}

	/** One query serves all events. */
	@Override
	public List<Optional<EventEnvelope>> scrubbed(List<EventEnvelope> events) {
		var people = new HashSet<String>();
		events.stream().filter((event) -> !HARMLESS.contains(event.type())).forEach((event) -> {
			collect(event.data(), people);
			if (event.partitionkey() != null) {
				people.add(event.partitionkey());
			}
		});
		var erased = this.localErasures.findErased(people);
		return events.stream().map((event) -> scrubbed(event, erased)).toList();
	}

	@Override
	public boolean erases(EventEnvelope event) {
		return event.type().equals("erasure.requested");
	}

	private static Optional<EventEnvelope> scrubbed(EventEnvelope event, Set<String> erased) {
		if (erased.isEmpty() || HARMLESS.contains(event.type())) {
			return Optional.of(event);
		}
		return erased.contains(event.partitionkey()) ? Optional.empty() : Optional.of(renamed(event, erased));
	}

	/**
	 * Returns a stored envelope without one erased user; empty when it must be dropped,
	 * also because it is no JSON object.
	 */
	static Optional<String> scrubbed(String stored, String person) {
		return envelope(stored).flatMap((envelope) -> scrubbed(envelope, person)).map(JsonNode::toString);
	}

	private static Optional<ObjectNode> envelope(String stored) {
		try {
			return Optional.of(JSON.readTree(stored)).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<ObjectNode> scrubbed(ObjectNode envelope, String person) {
		if (HARMLESS.contains(envelope.path("type").asString(""))) {
			return Optional.of(envelope);
		}
		if (envelope.path("partitionkey").asString("").equals(person)) {
			return Optional.empty();
		}
		var copy = envelope.deepCopy();
		rename(copy.path("data"), Set.of(person));
		return Optional.of(copy);
	}

	private static EventEnvelope renamed(EventEnvelope event, Set<String> erased) {
		var data = event.data().deepCopy();
		rename(data, erased);
		return new EventEnvelope(event.specversion(), event.id(), event.source(), event.type(), event.subject(),
				event.time(), event.datacontenttype(), event.dataschema(), event.traceparent(), event.correlationid(),
				event.partitionkey(), data);
	}

	private static void collect(JsonNode node, Set<String> people) {
		if (isPerson(node)) {
			people.add(node.path("id").asString(""));
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((inner) -> collect(inner, people));
		}
	}

	/** Replaces the name of a person wherever JSON has it beside the id. */
	public static void rename(JsonNode node, String person) {
		rename(node, Set.of(person));
	}

	/** Collects the ids of all people in JSON. */
	public static Set<String> peopleIn(JsonNode node) {
		var people = new HashSet<String>();
		collect(node, people);
		return people;
	}

	private static void rename(JsonNode node, Set<String> erased) {
		if (isPerson(node) && node instanceof ObjectNode person && erased.contains(node.path("id").asString(""))) {
			person.put("username", DeletedUser.USERNAME)
				.put("displayName", DeletedUser.DISPLAY_NAME)
				.remove("avatarUrl");
			return;
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((inner) -> rename(inner, erased));
		}
	}

	private static boolean isPerson(JsonNode node) {
		return node.path("id").isString() && node.has("username") && node.has("displayName");
	}

}
