package org.parley.platform.messaging.outbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.MeterRegistry;
import org.bson.Document;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.AdministratorActs;
import org.parley.platform.messaging.Envelopes;
import org.parley.platform.messaging.EventsAutoConfiguration;
import org.parley.platform.messaging.catalogue.Catalogue;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.ConditionalOnExchange;
import org.parley.platform.messaging.secret.EventMasker;
import org.parley.platform.messaging.secret.SecretAutoConfiguration;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.PartitionLeases;
import org.parley.platform.mongo.transaction.BatchedInserts;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.runtime.tracing.SpanRecorder;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;

/** Configures the outbox and its relay in a service that has an exchange. */
@AutoConfiguration(after = { DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class,
		CatalogueAutoConfiguration.class, EventsAutoConfiguration.class, SecretAutoConfiguration.class })
@ConditionalOnExchange
public class OutboxAutoConfiguration {

	private static final String RELAY = "outbox-relay";

	@Bean
	OutboxIndexes outboxIndexes(MongoOperations mongo) {
		return new OutboxIndexes(mongo);
	}

	@Bean
	OutboxRecords outboxRecords(MongoOperations mongo, BatchedInserts inserts) {
		return new OutboxRecords(mongo, inserts);
	}

	@Bean
	OutboxMetrics outboxMetrics(MeterRegistry meters, OutboxRecords records, InstantSource clock, SpanRecorder spans) {
		return new OutboxMetrics(meters, records, clock, spans);
	}

	@Bean
	OutboxPublisher outboxPublisher(ConnectionFactory connections, Catalogue catalogue,
			@Value("${spring.application.name}") String service) {
		return new OutboxPublisher(connections, exchangeOf(catalogue, service).getKey(),
				(type) -> !catalogue.destinationsOf(service, type).isEmpty());
	}

	@Bean
	ClusterLoop outboxRelay(OutboxRecords records, OutboxPublisher publisher, AmqpAdmin broker, OutboxMetrics metrics,
			MongoOperations mongo, ObjectProvider<RelayListener> listeners, UnsentEvents unsent, InstantSource clock) {
		var shares = new PartitionLeases(mongo, clock, RELAY, OutboxRecord.PARTITIONS, Ids.next());
		return new ClusterLoop(RELAY, shares, new OutboxRelay(records, shares, publisher, broker, metrics,
				listeners.stream().toList(), unsent, clock));
	}

	@Bean
	UnsentEvents unsentEvents(OutboxRecords records, ObjectProvider<UnsentListener> listeners) {
		return new UnsentEvents(records, listeners.stream().toList());
	}

	@Bean
	Outbox outbox(OutboxRecords records, Envelopes envelopes, Catalogue catalogue,
			@Qualifier("outboxRelay") ClusterLoop relay, ObjectProvider<CommitListener> listeners,
			@Value("${spring.application.name}") String service) {
		var snapshots = exchangeOf(catalogue, service).getValue()
			.events()
			.entrySet()
			.stream()
			.filter((event) -> event.getValue().snapshot())
			.map(Map.Entry::getKey)
			.collect(Collectors.toUnmodifiableSet());
		return new Outbox(records, envelopes, snapshots, relay, listeners.stream().toList());
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	OutboxController outboxController(OutboxRecords records, EventMasker eventMasker,
			ReleaseParkedEvent releaseParkedEvent) {
		return new OutboxController(records, eventMasker, releaseParkedEvent);
	}

	@Bean
	ReleaseParkedEvent releaseParkedEvent(OutboxRecords records, @Qualifier("outboxRelay") ClusterLoop relay,
			UnitOfWork work, AdministratorActs acts) {
		return new ReleaseParkedEvent(records, relay, work, acts);
	}

	private static Map.Entry<String, Catalogue.Exchange> exchangeOf(Catalogue catalogue, String service) {
		return catalogue.exchangeOf(service).orElseThrow();
	}

	/**
	 * The indexes of the outbox: one for the relay's order, and a small one for held and
	 * parked events.
	 */
	static class OutboxIndexes implements InitializingBean {

		private final MongoOperations mongo;

		OutboxIndexes(MongoOperations mongo) {
			this.mongo = mongo;
		}

		@Override
		public void afterPropertiesSet() {
			var indexes = this.mongo.indexOps(OutboxRecord.class);
			indexes.createIndex(
					new CompoundIndexDefinition(new Document("state", 1).append("partition", 1).append("at", 1)));
			indexes.createIndex(new CompoundIndexDefinition(new Document("partitionKey", 1).append("state", 1))
				.partial(PartialIndexFilter.of(new Document("state", new Document("$in", List.of("HELD", "PARKED"))))));
		}

	}

}
