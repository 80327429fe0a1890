package org.parley.summary.job;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.stereotype.Component;

/** The jobs that are not done, in their turn. */
@Component
class JobIndexes implements InitializingBean {

	private final MongoOperations mongo;

	JobIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Job.class)
			.createIndex(new CompoundIndexDefinition(new Document("dueAt", 1))
				.partial(PartialIndexFilter.of(new Document("dueAt", new Document("$type", "date")))));
	}

}
