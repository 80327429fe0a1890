package org.parley.summary.discussion;

import org.parley.platform.events.projection.VersionedUpsert;
import org.parley.platform.security.category.Audience;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/** Stores the projected categories. */
@Component
public class SummaryCategories {

	private final MongoOperations mongo;

	SummaryCategories(MongoOperations mongo) {
		this.mongo = mongo;
	}

	public void saveIfNewer(String id, Audience readers, long version) {
		VersionedUpsert.saveIfNewer(this.mongo, new SummaryCategory(id, readers, version));
	}

	/** Closes a category. The highest version makes late events ineffective. */
	public void markRemoved(String id) {
		saveIfNewer(id, Audience.ADMINS, Long.MAX_VALUE);
	}

	/** Whether an audience can read a category. */
	public boolean isReadable(String id, Audience audience) {
		var category = this.mongo.findById(id, SummaryCategory.class);
		return category != null && audience.includes(category.readers());
	}

}
