package org.parley.notification.notification;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.notification.storage.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.CompoundIndexDefinition;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** Who was told of what, so that nobody is told twice. */
@Component
class NotificationReceipts implements InitializingBean {

	private static final int LATEST = 100;

	private final MongoOperations mongo;

	NotificationReceipts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(NotificationReceipt.class);
		indexes.createIndex(new Index("source", Sort.Direction.ASC).on("_id", Sort.Direction.ASC));
		indexes.createIndex(new CompoundIndexDefinition(new Document("notificationId", 1).append("at", -1)));
		indexes.createIndex(new Index("at", Sort.Direction.ASC).expire(CleanUpNotifications.KEPT));
	}

	boolean knows(String userId, NotificationNews notificationNews) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(id(userId, notificationNews))),
				NotificationReceipt.class);
	}

	void add(Notification notification, NotificationNews notificationNews, Instant now) {
		var telling = new NotificationReceipt(id(notification.userId(), notificationNews), notificationNews.source(),
				notification.id(), notificationNews.actor(), now);
		ContendedUpsert.write(() -> this.mongo.insert(telling));
	}

	/** Who was told of it, a part at a time. */
	List<NotificationReceipt> of(String source, @Nullable String after, int limit) {
		var of = Criteria.where("source").is(source);
		var next = (after != null) ? of.and("_id").gt(after) : of;
		return this.mongo.find(new Query(next).with(Sort.by("_id")).limit(Limit.of(limit)), NotificationReceipt.class);
	}

	void remove(NotificationReceipt telling) {
		this.mongo.remove(telling);
	}

	/** Who caused what a notification stands for, the latest first. */
	List<Actor> actors(Notification notification) {
		var latest = new Query(Criteria.where("notificationId").is(notification.id()))
			.with(Sort.by(Sort.Direction.DESC, "at"))
			.limit(Limit.of(LATEST));
		return this.mongo.find(latest, NotificationReceipt.class)
			.stream()
			.map(NotificationReceipt::actor)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.toList();
	}

	private static String id(String userId, NotificationNews notificationNews) {
		return userId + ":" + notificationNews.source();
	}

}
