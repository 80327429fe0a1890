package org.parley.platform.readmodels.media.use;

import java.time.InstantSource;

import org.parley.platform.messaging.catalogue.CatalogueAutoConfiguration;
import org.parley.platform.messaging.catalogue.ConditionalOnConsumedEvent;
import org.parley.platform.privacy.PersonalCollections;
import org.parley.platform.readmodels.media.MediaAddresses;
import org.parley.platform.readmodels.media.MediaAutoConfiguration;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Lets a service use media, if the catalogue routes {@code media.ready} to it. A service
 * that consumes the event for another purpose switches it off.
 */
@AutoConfiguration(
		after = { CatalogueAutoConfiguration.class, DataMongoAutoConfiguration.class, MediaAutoConfiguration.class })
@ConditionalOnConsumedEvent("media.ready")
@ConditionalOnBooleanProperty(name = "parley.media.projection", matchIfMissing = true)
public class MediaUseAutoConfiguration {

	@Bean
	KnownMedia knownMedia(MongoOperations mongo, MediaAddresses addresses, ApplicationEventPublisher publisher,
			InstantSource clock) {
		return new KnownMedia(mongo, addresses, publisher, clock);
	}

	@Bean
	KnownMediaListener knownMediaListener(KnownMedia knownMedia) {
		return new KnownMediaListener(knownMedia);
	}

	@Bean
	PersonalCollections knownMediaData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.indexed("known-media", "known_media", "ownerId").deleting();
		return data;
	}

}
