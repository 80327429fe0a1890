package org.parley.media.privacy;

import java.time.InstantSource;

import org.parley.media.item.MediaItems;
import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * The personal data in this service, for export and erasure. Erasure leaves the ids of
 * media, without their owner, until a worker has deleted their files.
 */
@Configuration(proxyBeanMethods = false)
class OwnedMediaData {

	@Bean
	PersonalCollections mediaData(MongoOperations mongo, InstantSource clock) {
		var data = new PersonalCollections(mongo);
		data.of("media", "media", "ownerId")
			.exporting("_id", "purpose", "state", "contentType", "size", "alt", "createdAt")
			.changed((_) -> MediaItems.removal(clock.instant()).set("ownerId", "").set("charged", 0L).unset("content"));
		data.indexed("media-uses", "media_uses", "ownerId").deleting();
		data.indexed("awaited-pictures", "awaited_pictures", "ownerId").deleting();
		data.one("private-account", "private_accounts").deleting();
		data.one("quota", "storage_quotas").exporting("used").deleting();
		return data;
	}

}
