package org.parley.notification.news;

import java.util.List;

/** The thread of an event; only its readers are notified. */
public record NotificationPlace(String threadId, String categoryId, List<String> tags) {

	/** A place for news that cannot be muted by tag. */
	public static NotificationPlace of(String threadId, String categoryId) {
		return new NotificationPlace(threadId, categoryId, List.of());
	}

	/** The same thread in another category. */
	public NotificationPlace in(String category) {
		return new NotificationPlace(this.threadId, category, this.tags);
	}

}
