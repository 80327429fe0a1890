package org.parley.platform.events.deadletter;

import java.time.InstantSource;
import java.util.Collection;
import java.util.Map;

import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.events.queue.ConfirmedSender;
import org.parley.platform.events.queue.Listening;
import org.parley.platform.events.queue.QueueListener;
import org.parley.platform.events.queue.SharedQueue;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Dead letters of the queues that this service listens to. */
@AutoConfiguration(after = { CatalogueAutoConfiguration.class, IdempotencyAutoConfiguration.class })
public class DeadLetterAutoConfiguration {

	private static final int PREFETCH = 20;

	@Bean
	ConfirmedSender confirmedSender(ConnectionFactory connections) {
		return new ConfirmedSender(connections);
	}

	@Bean
	DeadLetterSender deadLetterSender(ConfirmedSender sender, AmqpAdmin broker) {
		return new DeadLetterSender(sender, broker);
	}

	@Bean
	LetterReader letterReader(JsonMapper json, InstantSource clock) {
		return new LetterReader(json, clock);
	}

	@Bean
	Listening deadLetterListening(Catalogue catalogue, AmqpAdmin broker, ConnectionFactory connections,
			LetterReader reader, MongoOperations mongo, @Value("${spring.application.name}") String service) {
		return new Listening(() -> queues(catalogue, service).stream()
			.map((queue) -> new QueueListener(connections, new SharedQueue(Topology.deadLettersOf(queue), broker),
					PREFETCH, new LetterReception(queue, reader, mongo)))
			.toList());
	}

	private static Collection<String> queues(Catalogue catalogue, String service) {
		return catalogue.listenedToBy(service)
			.entrySet()
			.stream()
			.filter((queue) -> queue.getValue().isShared())
			.map(Map.Entry::getKey)
			.toList();
	}

}
