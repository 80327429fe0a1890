package org.parley.platform.messaging.inbox.delivery;

import java.util.Map;

import org.parley.contracts.EventType;
import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.deadletter.DeadLetterReason;
import org.parley.platform.messaging.deadletter.DeadLetterSender;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.inbox.PoisonEventException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.InjectableValues;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.Message;

/** Reads the events of a queue for their handlers. Unknown properties are ignored. */
final class EventReader {

	private final Map<String, EventHandlerMethod> handlers;

	private final Provenance provenance;

	private final JsonMapper json;

	/** Creates a reader for handlers by event type. */
	EventReader(Map<String, EventHandlerMethod> handlers, Provenance provenance, JsonMapper json) {
		this.handlers = Map.copyOf(handlers);
		this.provenance = provenance;
		this.json = json.rebuild().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
	}

	/**
	 * Reads the envelope of a message.
	 * @throws PoisonEventException when it is invalid, or its publisher does not publish
	 * the type
	 */
	public EventEnvelope read(Message message) {
		var event = envelope(message.getBody());
		this.provenance.require(event, message);
		return event;
	}

	private EventEnvelope envelope(byte[] body) {
		try {
			return checked(this.json.readValue(body, EventEnvelope.class));
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The message is not an event");
		}
	}

	/** The event type, if the queue has a handler for it. */
	public String knownType(EventEnvelope event) {
		return this.handlers.containsKey(event.type()) ? event.type() : InboxMetrics.UNKNOWN;
	}

	/** Whether the handler of an event needs no inbox. */
	public boolean isRepeatable(EventEnvelope event) {
		var eventHandlerMethod = this.handlers.get(event.type());
		return eventHandlerMethod != null && eventHandlerMethod.eventConsumer().repeatable();
	}

	/**
	 * Finds the handler of an event and binds its data.
	 * @throws PoisonEventException when no handler exists, or the data is malformed
	 */
	public Runnable handlerOf(EventEnvelope event) {
		var eventHandlerMethod = this.handlers.get(event.type());
		if (eventHandlerMethod == null) {
			throw new PoisonEventException(DeadLetterReason.UNHEARD);
		}
		var data = data(event, eventHandlerMethod);
		return () -> eventHandlerMethod.handle(data, event);
	}

	private Object data(EventEnvelope event, EventHandlerMethod eventHandlerMethod) {
		try {
			return this.json.readerFor(this.json.constructType(eventHandlerMethod.dataType(event.type())))
				.with(new InjectableValues.Std().addValue(EventType.NAME, event.type()))
				.readValue(event.data());
		}
		catch (JacksonException ex) {
			throw new PoisonEventException("The event data is malformed");
		}
	}

	/** JSON may omit any property. */
	@SuppressWarnings("ConstantValue")
	private static EventEnvelope checked(EventEnvelope event) {
		if (event == null || event.id() == null || event.source() == null || event.type() == null
				|| event.time() == null || event.correlationid() == null || event.data() == null
				|| !event.data().isObject()) {
			throw new PoisonEventException("The event is incomplete");
		}
		return event;
	}

	/**
	 * The origin that events of a queue must have: the source service publishes the type,
	 * and the event came through the exchange of that service, on which no other service
	 * may publish. Only operators may send to a queue through the default exchange.
	 *
	 * @param catalogue knows the publishers of each type
	 */
	record Provenance(Catalogue catalogue, String queue) {

		/**
		 * Refuses an event that another service forged. Types without any publisher pass.
		 * @throws PoisonEventException when the event does not come from its publisher
		 */
		void require(EventEnvelope event, Message message) {
			var publishers = this.catalogue.publishersOf(event.type());
			if (!publishers.isEmpty() && !(publishers.contains(event.source()) && isWayOf(event.source(), message))) {
				throw new PoisonEventException("The event does not come from the publisher of its type");
			}
		}

		private boolean isWayOf(String service, Message message) {
			var name = DeadLetterSender.exchangeOf(this.queue, message);
			var exchange = this.catalogue.exchanges().get(name);
			return name.isEmpty() || (exchange != null && exchange.publisher().equals(service));
		}

	}

}
