package org.parley.notification.notification;

import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.privacy.DeletedUser;

import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;

/**
 * Moves stored notifications along with their thread or post, and gives them its title.
 */
@Component
public class RelocateNotifications {

	/** The title of the thread, in notifications that have a thread. */
	private static final String TITLE = "values.0";

	/** The category of what is about a hidden or removed thread; nobody may read it. */
	private static final String NOWHERE = "nowhere";

	/** Receipts per query. */
	private static final int PAGE = 200;

	private final MongoOperations mongo;

	private final NotificationReceipts notificationReceipts;

	RelocateNotifications(MongoOperations mongo, NotificationReceipts notificationReceipts) {
		this.mongo = mongo;
		this.notificationReceipts = notificationReceipts;
	}

	/** Moves the notifications about a thread, and shows those that were hidden. */
	public void moveThread(String threadId, String categoryId, String title) {
		var changed = inThread(threadId).orOperator(Criteria.where("categoryId").ne(categoryId),
				Criteria.where(TITLE).ne(title));
		this.mongo.updateMulti(new Query(changed),
				new Update().set("categoryId", categoryId).set(TITLE, title).inc("version", 1), Notification.class);
	}

	/** Moves notifications about one post; notifications about several posts stay. */
	public void movePost(String source, NotificationPlace place, int number, String link, String title) {
		var page = this.notificationReceipts.findBySource(source, null, PAGE);
		while (!page.isEmpty()) {
			var ids = page.stream().map(NotificationReceipt::notificationId).toList();
			var ofOnePost = new Query(Criteria.where("_id").in(ids).and("count").is(1));
			this.mongo.updateMulti(ofOnePost,
					setPlace(place).set("postNumber", number).set("link", link).set(TITLE, title), Notification.class);
			page = this.notificationReceipts.findBySource(source, page.getLast().id(), PAGE);
		}
	}

	/**
	 * Moves the notifications about a merged thread; their old links redirect. Hidden
	 * ones have no title, and stay hidden if that of the target is unknown.
	 * @param title the title of the target; null if it is unknown
	 */
	public void mergeThread(String threadId, NotificationPlace target, @Nullable String title) {
		var update = setPlace(target);
		if (title != null) {
			this.mongo.updateMulti(new Query(inThread(threadId)), update.set(TITLE, title), Notification.class);
		}
		else {
			var shown = inThread(threadId).and("categoryId").ne(NOWHERE);
			this.mongo.updateMulti(new Query(shown), update, Notification.class);
		}
	}

	/**
	 * Hides the notifications about a hidden or removed thread, and forgets its title,
	 * until it moves, which it does also when it is shown again. Those of moderators end
	 * with their cases.
	 */
	public void hideThread(String threadId) {
		var shown = inThread(threadId).and("categoryId").ne(NOWHERE).and("kind").ne(NotificationKind.MODERATION);
		this.mongo.updateMulti(new Query(shown),
				new Update().set("categoryId", NOWHERE).set(TITLE, DeletedUser.NO_TITLE).inc("version", 1),
				Notification.class);
	}

	/** Gives the notifications of people about a conversation its present name. */
	public void nameConversation(Collection<String> people, String link, String wording, List<String> values) {
		var about = Criteria.where("userId")
			.in(people)
			.and("listed")
			.in(true, false)
			.and("kind")
			.is(NotificationKind.MESSAGE)
			.and("link")
			.is(link);
		this.mongo.updateMulti(new Query(about),
				new Update().set("wording", wording).set("values", values).inc("version", 1), Notification.class);
	}

	private static Update setPlace(NotificationPlace place) {
		return new Update().set("threadId", place.threadId()).set("categoryId", place.categoryId()).inc("version", 1);
	}

	private static Criteria inThread(String threadId) {
		return Criteria.where("threadId").is(threadId);
	}

}
