package org.parley.summary.discussion;

import java.util.List;
import java.util.Optional;

import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
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
		saveIfNewer(id, Audience.ADMINS, SummaryCategory.REMOVED);
	}

	/** Whether an audience can read a category. */
	public boolean isReadable(String id, Audience audience) {
		return find(id).filter((category) -> audience.includes(category.readers())).isPresent();
	}

	/** Whether an event of a category has arrived, and the category was not removed. */
	public boolean isPresent(String id) {
		return find(id).filter(SummaryCategory::isPresent).isPresent();
	}

	/** Finds the ids of all categories that were not removed, in order. */
	public List<String> findPresent() {
		return this.mongo.find(new Query().with(Sort.by("_id")), SummaryCategory.class)
			.stream()
			.filter(SummaryCategory::isPresent)
			.map(SummaryCategory::id)
			.toList();
	}

	private Optional<SummaryCategory> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummaryCategory.class));
	}

}
