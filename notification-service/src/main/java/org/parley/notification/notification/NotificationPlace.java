package org.parley.notification.notification;

import java.util.List;

/**
 * Where something happened: only who may read there is told of it.
 *
 * @param threadId the thread
 * @param categoryId its category
 * @param tags what it is about
 */
public record NotificationPlace(String threadId, String categoryId, List<String> tags) {

	/** Late news of an earlier version know no tags. */
	public NotificationPlace {
		tags = (tags != null) ? List.copyOf(tags) : List.of();
	}

	/** Where tags do not matter, since nobody can mute what happened there. */
	public static NotificationPlace of(String threadId, String categoryId) {
		return new NotificationPlace(threadId, categoryId, List.of());
	}

	/** The same thread in another category. */
	public NotificationPlace in(String category) {
		return new NotificationPlace(this.threadId, category, this.tags);
	}

}
