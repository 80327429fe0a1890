package org.parley.summary.discussion;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.parley.contracts.forum.CategoryData;
import org.parley.platform.mongo.transaction.VersionedUpsert;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

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

	/**
	 * Stores the readers of a category; an unknown role restricts it to administrators.
	 */
	public void saveIfNewer(CategoryData category) {
		save(new SummaryCategory(category.id(), Audience.ofReaders(category.readers()),
				Set.copyOf(category.readerGroups()), category.version()));
	}

	/** Closes a category. The highest version makes late events ineffective. */
	public void markRemoved(String id) {
		save(new SummaryCategory(id, Audience.ADMINS, Set.of(), SummaryCategory.REMOVED));
	}

	/** Whether rights allow to read a category. */
	public boolean isReadable(String id, Rights rights) {
		return find(id).filter(rights::mayRead).isPresent();
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

	private void save(SummaryCategory category) {
		VersionedUpsert.saveIfNewer(this.mongo, category);
	}

	private Optional<SummaryCategory> find(String id) {
		return Optional.ofNullable(this.mongo.findById(id, SummaryCategory.class));
	}

}
