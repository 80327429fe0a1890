package org.parley.platform.messaging.deadletter;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.messaging.queue.ConfirmedSender;
import org.parley.platform.messaging.queue.QueueListener;
import org.parley.platform.messaging.queue.QueueListenerLifecycle;
import org.parley.platform.messaging.queue.SharedQueue;
import org.parley.platform.messaging.secret.EventMasker;
import org.parley.platform.messaging.secret.SecretAutoConfiguration;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;

/** Stores, shows and replays the dead letters of this service's queues. */
@Import(DeadLetterController.class)
@AutoConfiguration(
		after = { CatalogueAutoConfiguration.class, IdempotencyAutoConfiguration.class, SecretAutoConfiguration.class })
public class DeadLetterAutoConfiguration {

	private static final int PREFETCH = 20;

	private static final String RETURNING = "dead-letter-return";

	@Bean
	ConfirmedSender confirmedSender(ConnectionFactory connections, AmqpAdmin broker) {
		return new ConfirmedSender(connections, broker);
	}

	@Bean
	DeadLetterSender deadLetterSender(ConfirmedSender sender) {
		return new DeadLetterSender(sender);
	}

	@Bean
	DeadLetters deadLetters(MongoOperations mongo) {
		return new DeadLetters(mongo);
	}

	@Bean
	QueueListenerLifecycle deadLetterQueueListener(OwnQueues queues, AmqpAdmin broker, ConnectionFactory connections,
			DeadLetters letters, JsonMapper json, InstantSource clock) {
		var reader = new DeadLetterParser(json, clock);
		return new QueueListenerLifecycle(() -> queues.names()
			.stream()
			.map((queue) -> new QueueListener(connections, new SharedQueue(Topology.deadLettersOf(queue), broker),
					PREFETCH, Duration.ZERO, new DeadLetterCollector(queue, reader, letters)))
			.toList());
	}

	@Bean
	MeterBinder deadLetterMetrics(OwnQueues queues, DeadLetters letters) {
		return (meters) -> queues.names()
			.forEach((queue) -> Gauge.builder("parley.dead.letters", letters, (all) -> all.count(queue))
				.description("Messages that could not be handled")
				.tag("queue", queue)
				.register(meters));
	}

	@Bean
	OwnQueues deadLetterQueues(Catalogue catalogue, @Value("${spring.application.name}") String service) {
		return OwnQueues.of(catalogue, service);
	}

	@Bean
	ReplayDeadLetters replayDeadLetters(DeadLetters letters, ConfirmedSender sender, InstantSource clock,
			OwnQueues queues, UnitOfWork work, AdministratorActs acts) {
		return new ReplayDeadLetters(letters, sender, clock, queues.names(), work, acts);
	}

	@Bean
	DeleteDeadLetter deleteDeadLetter(DeadLetters letters, UnitOfWork work, AdministratorActs acts) {
		return new DeleteDeadLetter(letters, work, acts);
	}

	@Bean
	ClusterLoop deadLetterReturnLoop(DeadLetters letters, ReplayDeadLetters replayDeadLetters, OwnQueues queues,
			Catalogue catalogue, MongoOperations mongo, InstantSource clock) {
		var types = queues.names().stream().collect(Collectors.toMap((queue) -> queue, catalogue::heardBy));
		return new ClusterLoop(RETURNING, new Lease(mongo, clock, RETURNING, Ids.next()),
				new ReturnUnroutedEvents(letters, replayDeadLetters, types));
	}

	@Bean
	ReadDeadLetters readDeadLetters(DeadLetters letters, EventMasker eventMasker) {
		return new ReadDeadLetters(letters, eventMasker);
	}

	/**
	 * The queues of this service that have dead letters: those that all instances share.
	 */
	record OwnQueues(Set<String> names) {

		static OwnQueues of(Catalogue catalogue, String service) {
			return new OwnQueues(catalogue.queuesConsumedBy(service)
				.entrySet()
				.stream()
				.filter((queue) -> queue.getValue().isShared())
				.map(Map.Entry::getKey)
				.collect(Collectors.toUnmodifiableSet()));
		}

	}

}
