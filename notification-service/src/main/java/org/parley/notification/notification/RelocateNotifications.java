package org.parley.notification.notification;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/** Follows threads with what was told of them, and what is still to be. */
@Component
public class RelocateNotifications {

	/** Of how many who were told the notification is asked for at a time. */
	private static final int PART = 200;

	private final MongoOperations mongo;

	private final NotificationReceipts notificationReceipts;

	private final DeferredNews late;

	RelocateNotifications(MongoOperations mongo, NotificationReceipts notificationReceipts, DeferredNews late) {
		this.mongo = mongo;
		this.notificationReceipts = notificationReceipts;
		this.late = late;
	}

	/** Only who may read the other category sees it now. */
	public void move(String threadId, String categoryId) {
		var elsewhere = of(threadId).and("categoryId").ne(categoryId);
		this.mongo.updateMulti(new Query(elsewhere), new Update().set("categoryId", categoryId).inc("version", 1),
				Notification.class);
		this.late.move(threadId, categoryId);
	}

	/** What was told of one post is where the post is; of several it stays. */
	public void follow(String source, NotificationPlace notificationPlace, String link) {
		var part = this.notificationReceipts.of(source, null, PART);
		while (!part.isEmpty()) {
			var told = part.stream().map(NotificationReceipt::notificationId).toList();
			var ofOne = new Query(Criteria.where("_id").in(told).and("count").is(1));
			this.mongo.updateMulti(ofOne, place(notificationPlace).set("link", link), Notification.class);
			part = this.notificationReceipts.of(source, part.getLast().id(), PART);
		}
		this.late.follow(source, notificationPlace, link);
	}

	/** All of it is in another thread; the links of before lead on. */
	public void merge(String threadId, NotificationPlace into) {
		this.mongo.updateMulti(new Query(of(threadId)), place(into), Notification.class);
		this.late.merge(threadId, into);
	}

	private static Update place(NotificationPlace notificationPlace) {
		return new Update().set("threadId", notificationPlace.threadId())
			.set("categoryId", notificationPlace.categoryId())
			.inc("version", 1);
	}

	/** Nobody sees it any more. */
	public void remove(String threadId) {
		this.mongo.remove(new Query(of(threadId)), Notification.class);
		this.late.forgetThread(threadId);
	}

	private static Criteria of(String threadId) {
		return Criteria.where("threadId").is(threadId);
	}

}
