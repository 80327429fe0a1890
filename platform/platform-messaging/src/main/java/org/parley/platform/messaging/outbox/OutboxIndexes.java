package org.parley.platform.messaging.outbox;

import java.util.List;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;

/**
 * The indexes of the outbox: one for the relay's order, and a small one for held and
 * parked events.
 */
class OutboxIndexes implements InitializingBean {

	private final MongoOperations mongo;

	OutboxIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(OutboxRecord.class);
		indexes
			.createIndex(new CompoundIndexDefinition(new Document("state", 1).append("partition", 1).append("at", 1)));
		indexes.createIndex(new CompoundIndexDefinition(new Document("partitionKey", 1).append("state", 1))
			.partial(PartialIndexFilter.of(new Document("state", new Document("$in", List.of("HELD", "PARKED"))))));
	}

}
