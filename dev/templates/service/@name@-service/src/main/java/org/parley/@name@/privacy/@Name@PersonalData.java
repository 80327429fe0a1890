package org.parley.@name@.privacy;

import org.parley.platform.privacy.PersonalCollections;
import org.parley.platform.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/** The personal data in this service, for export and erasure. */
@Configuration(proxyBeanMethods = false)
class @Name@PersonalData {

	@Bean
	PersonalCollections @name@Data(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.of("notes", "notes", "ownerId")
			.exporting("_id", "text", "createdAt")
			.deleting();
		return data;
	}

}
