package org.parley.summary.discussion.post;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.stereotype.Component;

/** Creates the index of a thread's posts, which covers queries for their prints. */
@Component
class SummarizedPostIndexes implements InitializingBean {

	private final MongoOperations mongo;

	SummarizedPostIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(SummarizedPost.class)
			.createIndex(
					new CompoundIndexDefinition(new Document("threadId", 1).append("number", 1).append("print", 1)));
	}

}
