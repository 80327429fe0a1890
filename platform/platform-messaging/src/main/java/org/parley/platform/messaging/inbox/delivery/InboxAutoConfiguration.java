package org.parley.platform.messaging.inbox.delivery;

import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.deadletter.DeadLetterAutoConfiguration;
import org.parley.platform.messaging.deadletter.DeadLetterSender;
import org.parley.platform.messaging.inbox.Inbox;
import org.parley.platform.messaging.inbox.InboxMetrics;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.platform.mongo.database.DatabasePulse;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.ProcessRole;
import org.parley.platform.runtime.tracing.SpanRecorder;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.data.mongodb.core.MongoOperations;

/** Consumes the queues of this service in the catalogue. */
@AutoConfiguration(after = { CatalogueAutoConfiguration.class, IdempotencyAutoConfiguration.class,
		DeadLetterAutoConfiguration.class })
public class InboxAutoConfiguration {

	@Bean
	Inbox inbox(MongoOperations mongo, UnitOfWork work, InstantSource clock) {
		return new Inbox(mongo, work, clock);
	}

	@Bean
	InboxMetrics inboxMetrics(MeterRegistry meters, InstantSource clock) {
		return new InboxMetrics(meters, clock);
	}

	@Bean
	DeliveryHandlerFactory deliveryHandlerFactory(Inbox inbox, EventScrubber scrubber, DeadLetterSender deadLetters,
			InboxMetrics meters, InstantSource clock, SpanRecorder spans, ApplicationEventPublisher publisher,
			DatabasePulse pulse) {
		return new DeliveryHandlerFactory(inbox, scrubber, new DeadLetterPublisher(deadLetters, clock), meters, clock,
				spans, publisher, pulse);
	}

	@Bean
	EventListenerFactory eventListenerFactory(Catalogue catalogue, Topology topology, AmqpAdmin broker,
			ConnectionFactory connections, DeliveryHandlerFactory deliveryHandlerFactory, JsonMapper json) {
		return new EventListenerFactory(catalogue, topology, broker, connections, deliveryHandlerFactory, json);
	}

	/** Refuses to start when the consumers do not match the catalogue. */
	@Bean
	SmartInitializingSingleton eventHandlerCheck(ListableBeanFactory beans, Catalogue catalogue,
			@Value("${spring.application.name}") String service) {
		return () -> EventHandlerRegistry.of(beans, catalogue, service);
	}

	@Bean
	QueueListenerLifecycle eventQueueListener(EventListenerFactory listeners, ListableBeanFactory beans,
			Catalogue catalogue, ProcessRole processRole, @Value("${spring.application.name}") String service) {
		return new QueueListenerLifecycle(() -> processRole.works()
				? listeners.create(EventHandlerRegistry.of(beans, catalogue, service)) : List.of());
	}

	@Bean
	@Lazy
	ForwardedEvents forwardedEvents(EventListenerFactory listeners, ListableBeanFactory beans, Catalogue catalogue,
			@Value("${spring.application.name}") String service) {
		return new ForwardedEvents(
				(queue) -> listeners.handlerOf(queue, EventHandlerRegistry.of(beans, catalogue, service)));
	}

}
