package org.parley.summary.discussion;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The known categories. */
@Component
class SummaryCategories {

	private final MongoOperations mongo;

	private final NewestVersionWriter newestVersionWriter;

	SummaryCategories(MongoOperations mongo, NewestVersionWriter newestVersionWriter) {
		this.mongo = mongo;
		this.newestVersionWriter = newestVersionWriter;
	}

	/** Takes over a category, unless something newer is known. */
	void learn(CategoryChangedEventData.State told) {
		this.newestVersionWriter.store(told.id(), told.version(), new Update().set("readers", told.readers()),
				SummaryCategory.class);
	}

	/** Nobody reads there any more, whatever comes late. */
	void forget(String id) {
		var gone = new Update().set("readers", SummaryAudience.ADMIN).set("version", Long.MAX_VALUE);
		this.mongo.upsert(new Query(Criteria.where("_id").is(id)), gone, SummaryCategory.class);
	}

	/** Whether an audience may read in a category. */
	boolean isReadable(String id, SummaryAudience summaryAudience) {
		var category = this.mongo.findById(id, SummaryCategory.class);
		return category != null && summaryAudience.includes(category.readers());
	}

}
