package org.parley.platform.events.privacy;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import org.parley.platform.events.EventEnvelope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps events that come late, or come again, from bringing somebody back who was erased:
 * what is about them alone is not heard any more, and elsewhere they are named as
 * {@link DeletedUser}.
 */
public class ErasedUserScrubber {

	/** These say that somebody is gone, and nothing of them. */
	private static final Set<String> HARMLESS = Set.of("erasure.requested", "erasure.done", "user.deleted",
			"session.revoked");

	private final LocalErasures localErasures;

	ErasedUserScrubber(LocalErasures localErasures) {
		this.localErasures = localErasures;
	}

	/** An event as it may be heard now; empty when it may not be. */
	public Optional<EventEnvelope> scrubbed(EventEnvelope event) {
		if (HARMLESS.contains(event.type())) {
			return Optional.of(event);
		}
		var people = peopleIn(event.data());
		if (event.partitionkey() != null) {
			people.add(event.partitionkey());
		}
		var gone = this.localErasures.among(people);
		if (gone.isEmpty()) {
			return Optional.of(event);
		}
		return gone.contains(event.partitionkey()) ? Optional.empty() : Optional.of(renamed(event, gone));
	}

	/** The same for an envelope that is kept as JSON, of one person. */
	public static Optional<ObjectNode> scrubbed(ObjectNode envelope, String person) {
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

	private static EventEnvelope renamed(EventEnvelope event, Set<String> gone) {
		var data = event.data().deepCopy();
		rename(data, gone);
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

	/** Takes a person's name out of JSON, wherever it stands beside their id. */
	public static void rename(JsonNode node, String person) {
		rename(node, Set.of(person));
	}

	/** The ids of all people that JSON names. */
	public static Set<String> peopleIn(JsonNode node) {
		var people = new HashSet<String>();
		collect(node, people);
		return people;
	}

	private static void rename(JsonNode node, Set<String> gone) {
		if (isPerson(node) && node instanceof ObjectNode person && gone.contains(node.path("id").asString(""))) {
			person.put("username", DeletedUser.USERNAME)
				.put("displayName", DeletedUser.DISPLAY_NAME)
				.remove("avatarUrl");
			return;
		}
		if (node instanceof ObjectNode || node instanceof ArrayNode) {
			node.forEach((inner) -> rename(inner, gone));
		}
	}

	private static boolean isPerson(JsonNode node) {
		return node.path("id").isString() && node.has("username") && node.has("displayName");
	}

}
