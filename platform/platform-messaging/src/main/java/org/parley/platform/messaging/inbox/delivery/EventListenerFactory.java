package org.parley.platform.messaging.inbox.delivery;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.Catalogue.Order;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.inbox.delivery.EventReader.Provenance;
import org.parley.platform.messaging.queue.InstanceQueue;
import org.parley.platform.messaging.queue.QueueListener;
import org.parley.platform.messaging.queue.SharedQueue;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;

/**
 * Creates the listeners of this service's queues: one for each queue, and two where the
 * order of events does not matter.
 */
class EventListenerFactory {

	/**
	 * Two batches: the next one arrives while the first one is handled. Quorum queues are
	 * slow with a prefetch count below 100.
	 */
	private static final int PREFETCH = 200;

	/**
	 * Two, so that an event that fails and is repeated does not delay all others. Each
	 * more would make batches smaller.
	 */
	private static final int UNORDERED_LISTENERS = 2;

	/**
	 * Under load, one transaction is for the events of this time: people hardly notice
	 * the delay of a notification, and a lone event has none.
	 */
	private static final Duration GAP = Duration.ofMillis(50);

	private final String instance = Ids.next();

	private final Catalogue catalogue;

	private final Topology topology;

	private final AmqpAdmin broker;

	private final ConnectionFactory connections;

	private final DeliveryHandlerFactory deliveryHandlerFactory;

	private final JsonMapper json;

	/** By queue. */
	private final Map<String, InstanceDeliveryHandler> instanceHandlers = new ConcurrentHashMap<>();

	EventListenerFactory(Catalogue catalogue, Topology topology, AmqpAdmin broker, ConnectionFactory connections,
			DeliveryHandlerFactory deliveryHandlerFactory, JsonMapper json) {
		this.catalogue = catalogue;
		this.topology = topology;
		this.broker = broker;
		this.connections = connections;
		this.deliveryHandlerFactory = deliveryHandlerFactory;
		this.json = json;
	}

	/** Creates listeners, not started yet, for all queues that have handlers. */
	Collection<QueueListener> create(EventHandlerRegistry eventHandlerRegistry) {
		return eventHandlerRegistry.queues()
			.stream()
			.flatMap((queue) -> this.catalogue.queue(queue).isShared() ? shared(queue, eventHandlerRegistry)
					: Stream.of(ofInstance(queue, eventHandlerRegistry)))
			.toList();
	}

	private Stream<QueueListener> shared(String queue, EventHandlerRegistry eventHandlerRegistry) {
		var order = this.catalogue.queue(queue).order();
		var prompt = eventHandlerRegistry.of(queue)
			.values()
			.stream()
			.anyMatch((eventHandlerMethod) -> eventHandlerMethod.eventConsumer().prompt());
		var gap = prompt ? Duration.ZERO : GAP;
		return IntStream.range(0, (order == Order.FREE) ? UNORDERED_LISTENERS : 1)
			.mapToObj((_) -> new QueueListener(this.connections, new SharedQueue(queue, this.broker), PREFETCH, gap,
					this.deliveryHandlerFactory.ofSharedQueue(queue, readerOf(queue, eventHandlerRegistry))));
	}

	private QueueListener ofInstance(String queue, EventHandlerRegistry eventHandlerRegistry) {
		var own = new InstanceQueue(queue + "." + this.instance, this.topology.bindingsTo(queue));
		return new QueueListener(this.connections, own, PREFETCH, Duration.ZERO,
				handlerOf(queue, eventHandlerRegistry));
	}

	InstanceDeliveryHandler handlerOf(String queue, EventHandlerRegistry eventHandlerRegistry) {
		return this.instanceHandlers.computeIfAbsent(queue,
				(_) -> this.deliveryHandlerFactory.ofInstanceQueue(queue, readerOf(queue, eventHandlerRegistry)));
	}

	private EventReader readerOf(String queue, EventHandlerRegistry eventHandlerRegistry) {
		return new EventReader(eventHandlerRegistry.of(queue), new Provenance(this.catalogue, queue), this.json);
	}

}
