package org.parley.summary.discussion;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known categories. */
@Component
class Categories {

	private final MongoOperations mongo;

	private final Newer newer;

	Categories(MongoOperations mongo, Newer newer) {
		this.mongo = mongo;
		this.newer = newer;
	}

	/** Takes over a category, unless something newer is known. */
	void learn(CategoryTold.State told) {
		this.newer.store(told.id(), told.version(), new Update().set("readers", told.readers()), Category.class);
	}

	/** Nobody reads there any more, whatever comes late. */
	void forget(String id) {
		var gone = new Update().set("readers", Audience.ADMIN).set("version", Long.MAX_VALUE);
		this.mongo.upsert(new Query(Criteria.where("_id").is(id)), gone, Category.class);
	}

	/** Whether an audience may read in a category. */
	boolean isReadable(String id, Audience audience) {
		var category = this.mongo.findById(id, Category.class);
		return category != null && audience.includes(category.readers());
	}

}
