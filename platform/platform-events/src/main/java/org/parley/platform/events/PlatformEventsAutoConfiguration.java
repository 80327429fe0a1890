package org.parley.platform.events;

import java.time.InstantSource;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.web.Ids;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.ExchangeBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.amqp.autoconfigure.RabbitAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.transaction.annotation.EnableTransactionManagement;

/** The outbox and its relay to the exchange {@code <service>.events}. */
@AutoConfiguration(
		after = { DataMongoAutoConfiguration.class, RabbitAutoConfiguration.class, IdempotencyAutoConfiguration.class })
@EnableTransactionManagement
public class PlatformEventsAutoConfiguration {

	@Bean
	TopicExchange events(@Value("${spring.application.name}") String service) {
		return ExchangeBuilder.topicExchange(exchangeOf(service)).durable(true).build();
	}

	@Bean
	ClusterLoop outboxRelay(MongoOperations mongo, RabbitTemplate rabbit, TopicExchange events, InstantSource clock) {
		return new ClusterLoop("outbox-relay", new Lease(mongo, clock, "outbox-relay", Ids.next()),
				new OutboxRelay(mongo, new Publisher(rabbit, events.getName())));
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

	/** {@code forum-service} publishes {@code forum.events}. */
	private static String exchangeOf(String service) {
		return service.replaceFirst("-service$", "") + ".events";
	}

}
