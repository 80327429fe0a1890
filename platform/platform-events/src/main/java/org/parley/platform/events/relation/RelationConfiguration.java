package org.parley.platform.events.relation;

import org.parley.platform.events.privacy.CollectionPersonalData;
import org.parley.platform.events.privacy.PersonalData;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Keeps the blocks between people, and the follows that the service stores. A service
 * that consumes {@code block.started} and {@code block.ended} from one queue imports it.
 * Erasure forgets the relations of a person in both directions. They are not exported
 * here, because social-service owns and exports them.
 */
@Configuration(proxyBeanMethods = false)
public class RelationConfiguration {

	@Bean
	PersonRelations personRelations(MongoOperations mongo) {
		return new PersonRelations(mongo);
	}

	@Bean
	BlockListener blockListener(PersonRelations personRelations) {
		return new BlockListener(personRelations);
	}

	@Bean
	PersonalData relationData(MongoOperations mongo) {
		return CollectionPersonalData.withIdPrefix(mongo, "relations", PersonRelation.COLLECTION).deleting();
	}

	@Bean
	PersonalData relatedToData(MongoOperations mongo) {
		return CollectionPersonalData.indexed(mongo, "relatedTo", PersonRelation.COLLECTION, "otherId").deleting();
	}

}
