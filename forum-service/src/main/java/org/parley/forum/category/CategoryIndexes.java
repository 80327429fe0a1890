package org.parley.forum.category;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.stereotype.Component;

/** Creates the unique index on slugs. */
@Component
class CategoryIndexes implements InitializingBean {

	private final MongoOperations mongo;

	CategoryIndexes(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(Category.class).createIndex(new Index("slug", Sort.Direction.ASC).unique());
	}

}
