package org.parley.realtime.privacy;

import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Copies of follows and blocks. Erasure ends them without an event for each; exports
 * contain those of social-service. A private account stays private, by its id, because
 * its posts are removed later.
 */
@Configuration(proxyBeanMethods = false)
class RelationPersonalData {

	@Bean
	PersonalCollections roomRelationData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.withIdPrefix("room-follows", "follows").deleting();
		data.indexed("room-followers", "follows", "followeeId").deleting();
		data.withIdPrefix("room-blocks", "blocks").deleting();
		data.indexed("room-blocked-by", "blocks", "blockedId").deleting();
		return data;
	}

}
