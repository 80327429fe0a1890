package org.parley.@name@.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The personal data in this service, for export and erasure. */
@Configuration(proxyBeanMethods = false)
class @Name@PersonalData {

	@Bean
	PersonalData noteData(MongoOperations mongo) {
		return CollectionPersonalData.of(mongo, "notes", "notes", "ownerId")
			.exporting("_id", "text", "createdAt")
			.deleting();
	}

}
