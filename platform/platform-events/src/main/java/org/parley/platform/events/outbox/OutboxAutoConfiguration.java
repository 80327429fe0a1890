package org.parley.platform.events.outbox;

import java.time.InstantSource;
import java.util.Map;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.web.Ids;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The outbox and its relay to the exchange of this service. */
@AutoConfiguration(after = { DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class,
		IdempotencyAutoConfiguration.class, CatalogueAutoConfiguration.class })
@EnableTransactionManagement
public class OutboxAutoConfiguration {

	@Bean
	ClusterLoop outboxRelay(MongoOperations mongo, RabbitTemplate rabbit, Catalogue catalogue, InstantSource clock,
			@Value("${spring.application.name}") String service) {
		return new ClusterLoop("outbox-relay", new Lease(mongo, clock, "outbox-relay", Ids.next()),
				new OutboxRelay(mongo, new Publisher(rabbit, exchangeOf(catalogue, service))));
	}

	@Bean
	Outbox outbox(MongoOperations mongo, JsonMapper json, InstantSource clock,
			@Qualifier("outboxRelay") ClusterLoop relay, @Value("${spring.application.name}") String service) {
		return new Outbox(mongo, json, clock, relay, service);
	}

	@Bean
	Gauge outboxPending(MongoOperations mongo, MeterRegistry meters) {
		return Gauge.builder("parley.outbox.pending", mongo, (all) -> all.estimatedCount(OutboxRecord.class))
			.description("Events that wait to be sent")
			.register(meters);
	}

	private static String exchangeOf(Catalogue catalogue, String service) {
		return catalogue.publishedBy(service)
			.map(Map.Entry::getKey)
			.orElseThrow(() -> new IllegalStateException("The catalogue has no exchange of '" + service + "'"));
	}

}
