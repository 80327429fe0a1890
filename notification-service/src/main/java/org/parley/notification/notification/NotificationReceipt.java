package org.parley.notification.notification;

import java.time.Instant;
import java.util.Comparator;

import org.jspecify.annotations.Nullable;
import org.parley.notification.news.Actor;
import org.parley.notification.news.PersonalNews;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A record that a user was notified about an event.
 *
 * @param id user id and source; so a post notifies a user once, as a reply or a mention
 * @param source the event
 * @param actor the user who caused the event
 * @param link where it leads; null in older receipts
 * @param postNumber the number of the post to which it leads, if it leads to one
 * @param at time; start of the retention period
 */
@Document("notification_receipts")
@CompoundIndex(def = "{'source': 1, '_id': 1}")
@CompoundIndex(def = "{'notificationId': 1, 'at': -1}")
record NotificationReceipt(@Id String id, String source, String notificationId, @Nullable Actor actor,
		@Nullable String link, @Nullable Integer postNumber, Instant at) {

	/** Receipts of one time have the order of their sources. */
	static final Comparator<NotificationReceipt> BY_TIME = Comparator.comparing(NotificationReceipt::at)
		.thenComparing((receipt) -> receipt.id());

	static NotificationReceipt of(PersonalNews personal, Notification notification, Instant now) {
		var news = personal.news();
		return new NotificationReceipt(personal.key(), news.source(), notification.id(), news.actor(), news.link(),
				news.postNumber(), now);
	}

	static String id(String userId, String source) {
		return userId + ":" + source;
	}

	boolean isBy(String actorId) {
		return this.actor != null && this.actor.id().equals(actorId);
	}

	String userId() {
		return this.id.substring(0, this.id.length() - this.source.length() - 1);
	}

}
