package org.parley.platform.events.inbox;

import java.time.InstantSource;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.parley.platform.events.EventEnvelope;
import org.parley.platform.events.catalogue.Catalogue;
import org.parley.platform.events.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.events.catalogue.Topology;
import org.parley.platform.events.deadletter.DeadLetterAutoConfiguration;
import org.parley.platform.events.deadletter.DeadLetterSender;
import org.parley.platform.events.personal.PersonalDataAutoConfiguration;
import org.parley.platform.events.personal.Scrubbing;
import org.parley.platform.events.queue.Listening;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import org.parley.platform.web.Role;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;

/** Listening to the queues that the catalogue gives this service. */
@AutoConfiguration(after = { CatalogueAutoConfiguration.class, IdempotencyAutoConfiguration.class,
		DeadLetterAutoConfiguration.class, PersonalDataAutoConfiguration.class })
public class InboxAutoConfiguration {

	@Bean
	Inbox inbox(MongoOperations mongo, UnitOfWork work, InstantSource clock) {
		return new Inbox(mongo, work, clock);
	}

	@Bean
	InitializingBean inboxIndexes(MongoOperations mongo) {
		return () -> mongo.indexOps(InboxRecord.class)
			.createIndex(new Index("at", Sort.Direction.ASC).expire(EventEnvelope.REPEATABLE));
	}

	@Bean
	InboxMeters inboxMeters(MeterRegistry meters, InstantSource clock) {
		return new InboxMeters(meters, clock);
	}

	@Bean
	Receptions receptions(JsonMapper json, Inbox inbox, Scrubbing scrubbing, DeadLetterSender deadLetters,
			InboxMeters meters, InstantSource clock) {
		return new Receptions(json, inbox, scrubbing, new PuttingAside(deadLetters, clock), meters, clock);
	}

	@Bean
	EventListeners eventListeners(Catalogue catalogue, Topology topology, AmqpAdmin broker,
			ConnectionFactory connections, Receptions receptions) {
		return new EventListeners(catalogue, topology, broker, connections, receptions);
	}

	/** A service whose listeners are not those of the catalogue does not start. */
	@Bean
	SmartInitializingSingleton listenersAreComplete(ListableBeanFactory beans, Catalogue catalogue,
			@Value("${spring.application.name}") String service) {
		return () -> handlers(beans, catalogue, service);
	}

	@Bean
	Listening eventListening(EventListeners listeners, ListableBeanFactory beans, Catalogue catalogue, Role role,
			@Value("${spring.application.name}") String service) {
		return new Listening(() -> role.works() ? listeners.with(handlers(beans, catalogue, service)) : List.of());
	}

	private static Handlers handlers(ListableBeanFactory beans, Catalogue catalogue, String service) {
		return Handlers.of(beans.getBeansWithAnnotation(Listens.class).values(), catalogue, service);
	}

}
