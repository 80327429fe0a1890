package org.parley.platform.privacy.event;

import java.time.InstantSource;
import java.util.stream.Stream;

import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.ConditionalOnConsumedEvent;
import org.parley.platform.messaging.catalogue.ConditionalOnExchange;
import org.parley.platform.messaging.secret.EventSecretCipher;
import org.parley.platform.messaging.secret.SecretAutoConfiguration;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.mongo.cluster.Lease;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.privacy.PersonalCollections;
import org.parley.platform.privacy.PersonalData;
import org.parley.platform.privacy.PersonalDataKinds;
import org.parley.platform.privacy.erasure.EraseUserData;
import org.parley.platform.privacy.erasure.ErasureWorker;
import org.parley.platform.privacy.erasure.LocalErasures;
import org.parley.platform.privacy.export.ExportUserData;
import org.parley.platform.privacy.export.ExportWorker;
import org.parley.platform.privacy.export.LocalExports;
import org.parley.platform.web.idempotency.IdempotencyAutoConfiguration;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/** Exports and erases all {@link PersonalData} of a service. */
@AutoConfiguration(
		after = { CatalogueAutoConfiguration.class, SecretAutoConfiguration.class, IdempotencyAutoConfiguration.class })
public class PersonalDataAutoConfiguration {

	private static final String ERASING = "erasing";

	private static final String EXPORTING = "exporting";

	@Bean
	LocalErasures personalErasures(MongoOperations mongo) {
		return new LocalErasures(mongo);
	}

	@Bean
	LocalExports personalExports(MongoOperations mongo, InstantSource clock) {
		return new LocalExports(mongo, clock);
	}

	@Bean
	ErasedUserScrubber erasedUserScrubber(LocalErasures localErasures) {
		return new ErasedUserScrubber(localErasures);
	}

	@Bean
	PersonalData deadLetterData(MongoOperations mongo) {
		return new DeadLetterPersonalData(mongo);
	}

	@Bean
	@ConditionalOnExchange
	PersonalData parkedEventData(MongoOperations mongo) {
		return new ParkedEventPersonalData(mongo);
	}

	@Bean
	PersonalDataKinds personalKinds(ObjectProvider<PersonalData> data, ObjectProvider<PersonalCollections> listed) {
		var inCollections = listed.stream().flatMap((collections) -> collections.kinds().stream());
		return PersonalDataKinds.of(Stream.concat(data.stream(), inCollections).toList());
	}

	@Bean
	ClusterLoop erasureLoop(LocalErasures localErasures, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, UnitOfWork work, MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop(ERASING, new Lease(mongo, clock, ERASING, Ids.next()),
				new ErasureWorker(localErasures, personalDataKinds, events, work, clock));
	}

	@Bean
	EraseUserData eraseUserData(LocalErasures localErasures, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, @Qualifier("erasureLoop") ClusterLoop loop, UnitOfWork work,
			InstantSource clock) {
		return new EraseUserData(localErasures, personalDataKinds, events, loop, work, clock);
	}

	@Bean
	ClusterLoop exportLoop(LocalExports localExports, PersonalDataKinds personalDataKinds,
			ApplicationEventPublisher events, EventSecretCipher eventSecretCipher, JsonMapper json, UnitOfWork work,
			MongoOperations mongo, InstantSource clock) {
		return new ClusterLoop(EXPORTING, new Lease(mongo, clock, EXPORTING, Ids.next()),
				new ExportWorker(localExports, personalDataKinds, events, eventSecretCipher, json, work));
	}

	@Bean
	ExportUserData exportUserData(LocalExports localExports, PersonalDataKinds personalDataKinds,
			@Qualifier("exportLoop") ClusterLoop loop, UnitOfWork work, InstantSource clock) {
		return new ExportUserData(localExports, personalDataKinds, loop, work, clock);
	}

	/** A service that consumes the requests for another purpose switches it off. */
	@Bean
	@ConditionalOnConsumedEvent("erasure.requested")
	@ConditionalOnBooleanProperty(name = "parley.personal-data.listener", matchIfMissing = true)
	PersonalDataListener personalDataListener(EraseUserData eraseUserData, ExportUserData exportUserData) {
		return new PersonalDataListener(eraseUserData, exportUserData);
	}

}
