package org.parley.summary.discussion;

import org.bson.Document;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.stereotype.Component;

/** The posts of a thread in their order; their prints are read from the index. */
@Component
class DiscussionIndexes implements InitializingBean {

	private final MongoOperations mongo;

	DiscussionIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(SummarizedPost.class)
			.createIndex(
					new CompoundIndexDefinition(new Document("threadId", 1).append("number", 1).append("print", 1)));
	}

}
