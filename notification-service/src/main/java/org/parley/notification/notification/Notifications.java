package org.parley.notification.notification;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.bson.Document;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.mongo.transaction.ContendedUpsert;

import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.BulkOperations.BulkMode;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** The stored notifications. */
@Component
class Notifications {

	/** Notifications that a transaction of a request marks as read in its time. */
	private static final int PAGE = 2_000;

	private final MongoOperations mongo;

	Notifications(MongoOperations mongo) {
		this.mongo = mongo;
	}

	Optional<Notification> findById(String id) {
		return Optional.ofNullable(this.mongo.findById(id, Notification.class));
	}

	/** The users who have notifications about a social post. */
	Set<String> findRecipients(String socialPostId) {
		var about = new Query(Criteria.where("socialPostId").is(socialPostId));
		return Set.copyOf(this.mongo.findDistinct(about, "userId", Notification.class, String.class));
	}

	List<Notification> findAbout(String socialPostId, Collection<String> userIds) {
		var about = Criteria.where("socialPostId").is(socialPostId).and("userId").in(userIds);
		return this.mongo.find(new Query(about), Notification.class);
	}

	List<Notification> findUnreadAbout(String userId, String socialPostId) {
		return this.mongo.find(new Query(unread(userId).and("socialPostId").is(socialPostId)), Notification.class);
	}

	/** The notifications of a user that name a person. */
	List<Notification> findBy(String userId, String actorId) {
		var listed = Criteria.where("userId").is(userId).and("listed").is(true);
		return this.mongo.find(new Query(listed.and("actors._id").is(actorId)), Notification.class);
	}

	/** Unread notifications of a user about posts of a thread up to a number. */
	List<Notification> findUnreadOfThread(String userId, String threadId, int upTo) {
		var read = unread(userId).and("threadId")
			.is(threadId)
			.and("kind")
			.in(NotificationKind.ofPosts())
			.and("postNumber")
			.lte(upTo);
		return this.mongo.find(new Query(read), Notification.class);
	}

	/** Finds open notifications by the text of their group's key. */
	Map<String, Notification> findOpen(Collection<String> groups) {
		var open = new HashMap<String, Notification>();
		this.mongo.find(new Query(Criteria.where("openFor").in(groups)), Notification.class)
			.forEach((notification) -> open.put(String.valueOf(notification.openFor()), notification));
		return open;
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

	/** The id of the newest unread notification of a user. */
	Optional<String> findNewestUnread(String userId) {
		var newest = new Query(unread(userId)).with(Sort.by(Sort.Direction.DESC, "_id"));
		return Optional.ofNullable(this.mongo.findOne(newest, Notification.class)).map(Notification::id);
	}

	/**
	 * Marks a page of the unread notifications of a user up to one of them as read.
	 * @return whether there may be more
	 */
	boolean markRead(String userId, String last, Instant now) {
		var page = new Query(unread(userId).and("_id").lte(last)).limit(PAGE);
		page.fields().include("_id");
		var ids = this.mongo.find(page, Document.class, this.mongo.getCollectionName(Notification.class))
			.stream()
			.map((found) -> found.getString("_id"))
			.toList();
		this.mongo.updateMulti(new Query(Criteria.where("_id").in(ids)),
				new Update().set("read", true).set("readAt", now).unset("openFor").inc("version", 1),
				Notification.class);
		return ids.size() == PAGE;
	}

	void delete(Notification notification) {
		this.mongo.remove(notification);
	}

	private static Criteria unread(String userId) {
		return Criteria.where("userId").is(userId).and("listed").is(true).and("read").is(false);
	}

}
