package org.parley.platform.events.inbox;

import java.util.Map;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.deadletter.DeadLetterReason;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;

/**
 * Reads the events of a queue for those who hear them. What a later version of an event
 * says beside is left out.
 */
final class EventReader {

	private final Map<String, EventHandlerMethod> handlers;

	private final Provenance provenance;

	private final JsonMapper json;

	/** Reads for the given handlers, which are known by type. */
	EventReader(Map<String, EventHandlerMethod> handlers, Provenance provenance, JsonMapper json) {
		this.handlers = Map.copyOf(handlers);
		this.provenance = provenance;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	/**
	 * Reads an envelope.
	 * @throws PoisonEventException when it is none, or does not come from the publisher
	 * of its type
	 */
	EventEnvelope read(Message message) {
		var event = envelope(message.getBody());
		this.provenance.require(event, message);
		return event;
	}

	private EventEnvelope envelope(byte[] body) {
		try {
			return checked(this.json.readValue(body, EventEnvelope.class));
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("This is no event");
		}
	}

	/** The type, when the queue knows it. */
	String knownType(EventEnvelope event) {
		return this.handlers.containsKey(event.type()) ? event.type() : InboxMetrics.UNKNOWN;
	}

	/** Whether what hears an event may hear it again. */
	boolean isRepeatable(EventEnvelope event) {
		var eventHandlerMethod = this.handlers.get(event.type());
		return eventHandlerMethod != null && eventHandlerMethod.repeatable();
	}

	/**
	 * What hears an event, ready to run.
	 * @throws PoisonEventException when nobody hears its type, or its data is of another
	 * form
	 */
	Runnable handlerOf(EventEnvelope event) {
		var eventHandlerMethod = this.handlers.get(event.type());
		if (eventHandlerMethod == null) {
			throw new PoisonEventException(DeadLetterReason.UNHEARD);
		}
		var data = data(event, eventHandlerMethod);
		return () -> eventHandlerMethod.handle(data, event);
	}

	private Object data(EventEnvelope event, EventHandlerMethod eventHandlerMethod) {
		try {
			return this.json.treeToValue(event.data(), this.json.constructType(eventHandlerMethod.dataType()));
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The data is of another form");
		}
	}

	/** JSON may leave out anything. */
	@SuppressWarnings("ConstantValue")
	private static EventEnvelope checked(EventEnvelope event) {
		if (event == null || event.id() == null || event.source() == null || event.type() == null
				|| event.time() == null || event.correlationid() == null || event.data() == null
				|| !event.data().isObject()) {
			throw new PoisonEventException("This event is not complete");
		}
		return event;
	}

}
