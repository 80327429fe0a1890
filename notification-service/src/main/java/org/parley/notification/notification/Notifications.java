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

	/** The social posts about which a user has notifications. */
	Set<String> findSocialPosts(String userId) {
		var about = new Query(of(userId).and("socialPostId").exists(true));
		return Set.copyOf(this.mongo.findDistinct(about, "socialPostId", Notification.class, String.class));
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

	/** The notifications of a user that name a person. */
	List<Notification> findBy(String userId, String actorId) {
		return this.mongo.find(new Query(of(userId).and("actors._id").is(actorId)), Notification.class);
	}

	/** Whether a user has unread notifications about something, in the list or not. */
	boolean hasUnread(String userId, Criteria about) {
		return this.mongo.exists(new Query(unread(userId).andOperator(about)), Notification.class);
	}

	/** The unread notifications in the list of a user about something. */
	List<Notification> findUnread(String userId, Criteria about) {
		return findUnlistedToo(userId, new Criteria().andOperator(about, Criteria.where("listed").is(true)));
	}

	/** The unread notifications of a user about something, in the list or not. */
	List<Notification> findUnlistedToo(String userId, Criteria about) {
		return this.mongo.find(new Query(unread(userId).andOperator(about)), Notification.class);
	}

	/**
	 * Marks those notifications of a user about something as read that are only mailed or
	 * pushed. Only digests group them, so there may be very many.
	 */
	void markUnlistedRead(String userId, Criteria about, Instant now) {
		this.mongo.updateMulti(new Query(unread(userId).andOperator(about, Criteria.where("listed").is(false))),
				markingRead(now), Notification.class);
	}

	/** Has the next news about a thread begin other groups than the user has now. */
	void closeGroups(String userId, String threadId) {
		var open = unread(userId).and("threadId").is(threadId).and("openFor").exists(true);
		this.mongo.updateMulti(new Query(open), new Update().unset("openFor").inc("version", 1), Notification.class);
	}

	/** What is about posts of a thread up to a number. */
	static Criteria aboutPosts(String threadId, int upTo) {
		return Criteria.where("threadId")
			.is(threadId)
			.and("kind")
			.in(NotificationKind.ofPosts())
			.and("postNumber")
			.lte(upTo);
	}

	/** What is about a social post and its comments. */
	static Criteria aboutSocialPost(String postId) {
		return Criteria.where("socialPostId").is(postId);
	}

	/** What leads to cases, which only moderators see. */
	static Criteria aboutCases() {
		return Criteria.where("kind").is(NotificationKind.MODERATION).and("link").regex("^/moderation/cases/");
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
					.set("live", notification.isLive())
					.set("newsAt", notification.newsAt())
					.set("pushedAt", notification.pushedAt())
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
		this.mongo.updateMulti(new Query(Criteria.where("_id").in(ids)), markingRead(now), Notification.class);
		return ids.size() == PAGE;
	}

	void delete(Notification notification) {
		this.mongo.remove(notification);
	}

	private static Update markingRead(Instant now) {
		return new Update().set("read", true).set("readAt", now).unset("openFor").inc("version", 1);
	}

	private static Criteria unread(String userId) {
		return of(userId).and("read").is(false);
	}

	/** The notifications of a user, in the list or not, without deleted ones. */
	static Criteria of(String userId) {
		return Criteria.where("userId").is(userId).and("listed").in(true, false).and("deletedAt").is(null);
	}

}
