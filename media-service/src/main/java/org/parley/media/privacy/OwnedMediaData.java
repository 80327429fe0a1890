package org.parley.media.privacy;

import java.time.Duration;
import java.time.InstantSource;

import org.parley.platform.events.privacy.PersonalCollections;
import org.parley.platform.media.MediaState;

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
	PersonalCollections mediaData(MongoOperations mongo, InstantSource clock) {
		var data = new PersonalCollections(mongo);
		data.of("media", "media", "ownerId")
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
		data.indexed("mediaUses", "uses", "ownerId").deleting();
		data.one("privateAccount", "accounts").deleting();
		data.one("quota", "quotas").exporting("used").deleting();
		return data;
	}

}
