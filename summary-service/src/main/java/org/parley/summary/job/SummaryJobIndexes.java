package org.parley.summary.job;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Creates the index of unfinished jobs. */
@Component
class SummaryJobIndexes implements InitializingBean {

	private final MongoOperations mongo;

	SummaryJobIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(SummaryJob.class).createIndex(new Index("dueAt", Sort.Direction.ASC).sparse());
	}

}
