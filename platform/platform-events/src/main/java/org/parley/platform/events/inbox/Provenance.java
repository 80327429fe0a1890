package org.parley.platform.events.inbox;

import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.deadletter.DeadLetterSender;

import org.springframework.amqp.core.Message;

/**
 * Where an event of a queue must come from: the service that it names publishes its type,
 * and it came by the exchange of that service, on which no other may publish. Only
 * operators can send to a queue by the default exchange, so that is no way of a service.
 *
 * @param catalogue says which service publishes what
 * @param queue the queue
 */
record Provenance(Catalogue catalogue, String queue) {

	/**
	 * Refuses an event that another service made up. A type that no service publishes yet
	 * is left to those who know its listeners.
	 * @throws PoisonEventException when the event is not its publisher's
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
