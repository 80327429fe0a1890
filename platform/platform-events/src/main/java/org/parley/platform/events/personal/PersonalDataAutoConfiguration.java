package org.parley.platform.events.personal;

import java.time.InstantSource;

import org.parley.platform.events.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.events.cluster.ClusterLoop;
import org.parley.platform.events.cluster.Lease;
import org.parley.platform.events.secret.SecretAutoConfiguration;
import org.parley.platform.events.secret.Sealing;
import org.parley.platform.web.Ids;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import org.parley.platform.web.transaction.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Answers for all that a service says it keeps of people. */
@AutoConfiguration(
		after = { CatalogueAutoConfiguration.class, SecretAutoConfiguration.class, IdempotencyAutoConfiguration.class })
public class PersonalDataAutoConfiguration {

	private static final String ERASING = "erasing";

	private static final String EXPORTING = "exporting";

	@Bean
	Erasures personalErasures(MongoOperations mongo) {
		return new Erasures(mongo);
	}

	@Bean
	Exports personalExports(MongoOperations mongo) {
		return new Exports(mongo);
	}

	@Bean
	Scrubbing scrubbing(Erasures erasures) {
		return new Scrubbing(erasures);
	}

	@Bean
	Kinds personalKinds(ObjectProvider<PersonalData> data) {
		return Kinds.of(data.stream().toList());
	}

	@Bean
	ClusterLoop erasingLoop(Erasures erasures, Kinds kinds, ApplicationEventPublisher events, UnitOfWork work,
			MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop(ERASING, new Lease(mongo, clock, ERASING, Ids.next()),
				new ErasingWork(erasures, kinds, events, work, clock));
	}

	@Bean
	Erasing personalErasing(Erasures erasures, Kinds kinds, ApplicationEventPublisher events,
			@Qualifier("erasingLoop") ClusterLoop loop, UnitOfWork work, InstantSource clock) {
		return new Erasing(erasures, kinds, events, loop, work, clock);
	}

	@Bean
	ClusterLoop exportingLoop(Exports exports, Kinds kinds, ApplicationEventPublisher events, Sealing sealing,
			JsonMapper json, UnitOfWork work, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop(EXPORTING, new Lease(mongo, clock, EXPORTING, Ids.next()),
				new ExportingWork(exports, kinds, events, sealing, json, work));
	}

	@Bean
	Exporting personalExporting(Exports exports, Kinds kinds, @Qualifier("exportingLoop") ClusterLoop loop,
			UnitOfWork work, InstantSource clock) {
		return new Exporting(exports, kinds, loop, work, clock);
	}

}
