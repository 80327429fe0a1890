package org.parley.realtime.privacy;

import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Copies of follows and blocks. Erasure ends them without an event for each; exports
 * contain those of social-service.
 */
@Configuration(proxyBeanMethods = false)
class RelationPersonalData {

	@Bean
	PersonalCollections roomRelationData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.withIdPrefix("roomFollows", "follows").deleting();
		data.indexed("roomFollowers", "follows", "followeeId").deleting();
		data.withIdPrefix("roomBlocks", "blocks").deleting();
		data.indexed("roomBlockedBy", "blocks", "blockedId").deleting();
		data.one("roomAuthor", "social_authors").deleting();
		return data;
	}

}
