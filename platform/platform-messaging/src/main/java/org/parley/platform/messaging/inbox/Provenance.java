package org.parley.platform.messaging.inbox;

import org.parley.platform.messaging.EventEnvelope;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.deadletter.DeadLetterSender;

import org.springframework.amqp.core.Message;

/**
 * The origin that events of a queue must have: the source service publishes the type, and
 * the event came through the exchange of that service, on which no other service may
 * publish. Only operators may send to a queue through the default exchange.
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
