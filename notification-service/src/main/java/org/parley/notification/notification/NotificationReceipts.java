package org.parley.notification.notification;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/** The stored receipts; they prevent repeated notifications. */
@Component
class NotificationReceipts implements InitializingBean {

	/** They have enough different actors. */
	private static final int LATEST = 100;

	private final MongoOperations mongo;

	NotificationReceipts(MongoOperations mongo) {
		this.mongo = mongo;
	}

	@Override
	public void afterPropertiesSet() {
		var indexes = this.mongo.indexOps(NotificationReceipt.class);
		indexes.createIndex(new Index("at", Sort.Direction.ASC).expire(CleanUpNotifications.KEPT));
	}

	/** The ids, among some, of stored receipts. */
	Set<String> findKnown(Collection<String> ids) {
		var stored = new Query(Criteria.where("_id").in(ids));
		stored.fields().include("_id");
		return this.mongo.find(stored, Document.class, this.mongo.getCollectionName(NotificationReceipt.class))
			.stream()
			.map((receipt) -> receipt.getString("_id"))
			.collect(Collectors.toSet());
	}

	void addAll(Collection<NotificationReceipt> receipts) {
		ContendedUpsert.write(() -> this.mongo.insertAll(receipts));
	}

	/** A page of the receipts of a source, in the order of their ids. */
	List<NotificationReceipt> findBySource(String source, @Nullable String after, int limit) {
		var bySource = Criteria.where("source").is(source);
		var next = (after != null) ? bySource.and("_id").gt(after) : bySource;
		return this.mongo.find(new Query(next).with(Sort.by("_id")).limit(Limit.of(limit)), NotificationReceipt.class);
	}

	List<NotificationReceipt> findBySource(String source, Collection<String> userIds) {
		var ids = userIds.stream().map((userId) -> NotificationReceipt.id(userId, source)).toList();
		return ids.isEmpty() ? List.of()
				: this.mongo.find(new Query(Criteria.where("_id").in(ids)), NotificationReceipt.class);
	}

	void remove(NotificationReceipt receipt) {
		this.mongo.remove(receipt);
	}

	void removeAll(Collection<NotificationReceipt> receipts) {
		var ids = receipts.stream().map(NotificationReceipt::id).toList();
		this.mongo.remove(new Query(Criteria.where("_id").in(ids)), NotificationReceipt.class);
	}

	void removeAll(String source) {
		this.mongo.remove(new Query(Criteria.where("source").is(source)), NotificationReceipt.class);
	}

	/**
	 * Removes the receipts of a notification, which may be very many, without reading
	 * them.
	 */
	void removeAll(Notification notification) {
		this.mongo.remove(new Query(Criteria.where("notificationId").is(notification.id())), NotificationReceipt.class);
	}

	/** The receipts of a notification, latest first. */
	List<NotificationReceipt> findAll(Notification notification) {
		var all = new Query(Criteria.where("notificationId").is(notification.id()))
			.with(Sort.by(Sort.Direction.DESC, "at"));
		return this.mongo.find(all, NotificationReceipt.class);
	}

	/** The sources of notifications, by the id of the notification. */
	Map<String, Set<String>> findSources(Collection<String> notificationIds) {
		var all = new Query(Criteria.where("notificationId").in(notificationIds));
		return this.mongo.find(all, NotificationReceipt.class)
			.stream()
			.collect(Collectors.groupingBy(NotificationReceipt::notificationId,
					Collectors.mapping(NotificationReceipt::source, Collectors.toSet())));
	}

	int count(Notification notification) {
		var all = new Query(Criteria.where("notificationId").is(notification.id()));
		return Math.toIntExact(this.mongo.count(all, NotificationReceipt.class));
	}

	/** The last receipts of a notification, latest first. */
	List<NotificationReceipt> findLatest(Notification notification) {
		var latest = new Query(Criteria.where("notificationId").is(notification.id()))
			.with(Sort.by(Sort.Direction.DESC, "at"))
			.limit(Limit.of(LATEST));
		return this.mongo.find(latest, NotificationReceipt.class);
	}

}
