package org.parley.platform.readmodels.relation;

import org.parley.platform.privacy.PersonalCollections;

import org.springframework.context.ApplicationEventPublisher;
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
	BlockListener blockListener(PersonRelations personRelations, ApplicationEventPublisher publisher) {
		return new BlockListener(personRelations, publisher);
	}

	@Bean
	PersonalCollections relationData(MongoOperations mongo) {
		var data = new PersonalCollections(mongo);
		data.withIdPrefix("relations", PersonRelation.COLLECTION).deleting();
		data.indexed("related-to", PersonRelation.COLLECTION, "otherId").deleting();
		return data;
	}

}
