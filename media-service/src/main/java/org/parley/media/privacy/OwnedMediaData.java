package org.parley.media.privacy;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.media.MediaState;
import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/**
 * The personal data in this service, for export and erasure. Erasure leaves the ids of
 * media, without their owner, until a worker has deleted their files.
 */
@Configuration(proxyBeanMethods = false)
class OwnedMediaData {

	/** Until then a worker may still write files. */
	private static final Duration LAST_CLAIM = Duration.ofMinutes(2);

	@Bean
	PersonalData mediaData(MongoOperations mongo, InstantSource clock) {
		return CollectionPersonalData.of(mongo, "media", "media", "ownerId")
			.exporting("_id", "purpose", "state", "contentType", "size", "alt", "createdAt")
			.changed((_) -> new Update().set("state", MediaState.REMOVED)
				.set("ownerId", "")
				.set("charged", 0L)
				.set("isPublic", false)
				.set("dueAt", clock.instant().plus(LAST_CLAIM))
				.unset("cleanAt")
				.unset("alt")
				.unset("content")
				.inc("version", 1));
	}

	@Bean
	PersonalData mediaUseData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "mediaUses", "uses", "ownerId").deleting();
	}

	@Bean
	PersonalData privateAccountData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "privateAccount", "accounts").deleting();
	}

	@Bean
	PersonalData quotaData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "quota", "quotas").exporting("used").deleting();
	}

}
