package org.parley.realtime.privacy;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.PersonalData;

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
	PersonalData roomFollowData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "roomFollows", "follows").deleting();
	}

	@Bean
	PersonalData roomFollowerData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "roomFollowers", "follows", "followeeId").deleting();
	}

	@Bean
	PersonalData roomBlockData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "roomBlocks", "blocks").deleting();
	}

	@Bean
	PersonalData roomBlockedByData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "roomBlockedBy", "blocks", "blockedId").deleting();
	}

	@Bean
	PersonalData roomAuthorData(MongoOperations mongo) {
		return CollectionPersonalData.one(mongo, "roomAuthor", "social_authors").deleting();
	}

}
