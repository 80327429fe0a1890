package org.parley.notification.notification;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored notifications. */
@Component
class Notifications {

	private final MongoOperations mongo;

	Notifications(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Optional<Notification> findById(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Notification.class));
	}

	List<Notification> findAbout(String socialPostId) {
		return this.mongo.find(new Query(Criteria.where("socialPostId").is(socialPostId)), Notification.class);
	}

	Notification save(Notification notification) {
		return this.mongo.save(notification);
	}

	/**
	 * Saves new notifications with one command, and the added news of others with
	 * another. Runs in a transaction, which detects concurrent changes.
	 */
	void saveAll(Collection<Notification> all) {
		var fresh = all.stream().filter(Notification::isNew).toList();
		var known = all.stream().filter((notification) -> !notification.isNew()).toList();
		if (!fresh.isEmpty()) {
			ContendedUpsert.write(() -> this.mongo.insertAll(fresh));
		}
		if (!known.isEmpty()) {
			saveAddedNews(known);
		}
	}

	private void saveAddedNews(List<Notification> all) {
		var updates = this.mongo.bulkOps(BulkMode.ORDERED, Notification.class);
		all.forEach((notification) -> updates.updateOne(new Query(Criteria.where("_id").is(notification.id())),
				Update.update("count", notification.count())
					.set("link", notification.link())
					.set("postNumber", notification.postNumber())
					.set("actors", notification.actors())
					.inc("version", 1)));
		updates.execute();
	}

	void delete(Notification notification) {
		this.mongo.remove(notification);
	}

}
