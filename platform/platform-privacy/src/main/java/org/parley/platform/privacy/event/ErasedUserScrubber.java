package org.parley.platform.privacy.event;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.inbox.delivery.EventScrubber;
import org.parley.platform.privacy.DeletedUser;
import org.parley.platform.privacy.PeopleInJson;
import org.parley.platform.privacy.erasure.LocalErasures;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Removes erased users from late or repeated events: events about an erased user are
 * dropped, and other events name the user as {@link DeletedUser}.
 */
public class ErasedUserScrubber implements EventScrubber {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** These types carry no personal data except the ids, which the audit keeps. */
	private static final Set<String> HARMLESS = Set.of("erasure.requested", "erasure.done", "user.deleted",
			"session.revoked", "administrator.acted");

	private final LocalErasures localErasures;

	ErasedUserScrubber(LocalErasures localErasures) {
		this.localErasures = localErasures;
	}

	/** One query serves all events. */
	@Override
	public List<Optional<EventEnvelope>> scrubbed(List<EventEnvelope> events) {
		var people = new HashSet<String>();
		events.stream().filter((event) -> !HARMLESS.contains(event.type())).forEach((event) -> {
			people.addAll(PeopleInJson.ids(event.data()));
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
		return switch (Treatment.of(event.type(), event.partitionkey(), erased)) {
			case KEEP -> Optional.of(event);
			case DROP -> Optional.empty();
			case RENAME -> Optional.of(renamed(event, erased));
		};
	}

	private static EventEnvelope renamed(EventEnvelope event, Set<String> erased) {
		var data = event.data().deepCopy();
		PeopleInJson.rename(data, erased);
		return new EventEnvelope(event.specversion(), event.id(), event.source(), event.type(), event.subject(),
				event.time(), event.datacontenttype(), event.dataschema(), event.traceparent(), event.correlationid(),
				event.partitionkey(), data);
	}

	/**
	 * Returns a stored envelope without one erased user; empty when it must be dropped,
	 * also because it is no JSON object.
	 */
	static Optional<String> scrubbed(String stored, String person) {
		return envelope(stored).flatMap((envelope) -> scrubbed(envelope, Set.of(person))).map(JsonNode::toString);
	}

	private static Optional<ObjectNode> envelope(String stored) {
		try {
			return Optional.of(JSON.readTree(stored)).filter(ObjectNode.class::isInstance).map(ObjectNode.class::cast);
		}
		catch (JacksonException ex) {
			return Optional.empty();
		}
	}

	private static Optional<ObjectNode> scrubbed(ObjectNode envelope, Set<String> erased) {
		return switch (Treatment.of(envelope.path("type").asString(""), envelope.path("partitionkey").asString(""),
				erased)) {
			case KEEP -> Optional.of(envelope);
			case DROP -> Optional.empty();
			case RENAME -> {
				PeopleInJson.rename(envelope.path("data"), erased);
				yield Optional.of(envelope);
			}
		};
	}

	/** How an event is freed of erased users. */
	private enum Treatment {

		KEEP, DROP, RENAME;

		static Treatment of(String type, @Nullable String partitionkey, Set<String> erased) {
			if (erased.isEmpty() || HARMLESS.contains(type)) {
				return KEEP;
			}
			return (partitionkey != null && erased.contains(partitionkey)) ? DROP : RENAME;
		}

	}

}
