package org.parley.notification.news;

import java.util.List;

import org.parley.contracts.forum.ThreadReference;

/** The thread of an event; only its readers are notified. */
public record NotificationPlace(String threadId, String categoryId, List<String> tags) {

	/** A place for news that cannot be muted by tag. */
	public static NotificationPlace of(String threadId, String categoryId) {
		return new NotificationPlace(threadId, categoryId, List.of());
	}

	public static NotificationPlace of(ThreadReference thread) {
		return new NotificationPlace(thread.id(), thread.category().id(),
				(thread.tags() != null) ? thread.tags() : List.of());
	}

	/** The link to a post of the thread. */
	public String linkToPost(int number) {
		return "/threads/" + this.threadId + "?post=" + number;
	}

	/** The same thread in another category. */
	public NotificationPlace in(String category) {
		return new NotificationPlace(this.threadId, category, this.tags);
	}

}
