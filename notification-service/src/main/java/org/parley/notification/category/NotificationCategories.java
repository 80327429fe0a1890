package org.parley.notification.category;

import java.util.List;
import java.util.Optional;

import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The categories that this service has heard of. */
@Component
public class NotificationCategories implements InitializingBean {

	private static final long LAST = Long.MAX_VALUE;

	private final MongoOperations mongo;

	NotificationCategories(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		this.mongo.indexOps(NotificationCategory.class).createIndex(new Index("readers", Sort.Direction.ASC));
	}

	/** Whether an audience may read there; empty when nothing is known yet. */
	public Optional<Boolean> mayRead(String id, NotificationAudience notificationAudience) {
		return Optional.ofNullable(this.mongo.findById(id, NotificationCategory.class))
			.map((category) -> category.isReadableBy(notificationAudience));
	}

	/**
	 * The ids of the categories that an audience may read; none that is not known yet.
	 */
	public List<String> readableBy(NotificationAudience notificationAudience) {
		var readable = Criteria.where("gone").is(false).and("readers").in(notificationAudience.included());
		return this.mongo.find(new Query(readable), NotificationCategory.class)
			.stream()
			.map(NotificationCategory::id)
			.toList();
	}

	void learn(NotificationCategory told) {
		var known = this.mongo.findById(told.id(), NotificationCategory.class);
		if (known == null || known.version() < told.version()) {
			ContendedUpsert.write(() -> this.mongo.save(told));
		}
	}

	/** Nothing that is told later brings it back. */
	void forget(String id) {
		learn(new NotificationCategory(id, NotificationAudience.ADMIN, true, LAST));
	}

}
