package org.parley.notification.notification;

import java.util.List;

/**
 * Where something happened: only who may read there is told of it.
 *
 * @param threadId the thread
 * @param categoryId its category
 * @param tags what it is about
 */
public record Place(String threadId, String categoryId, List<String> tags) {

	/** Late news of an earlier version know no tags. */
	public Place {
		tags = (tags != null) ? List.copyOf(tags) : List.of();
	}

	/** Where tags do not matter, since nobody can mute what happened there. */
	public static Place of(String threadId, String categoryId) {
		return new Place(threadId, categoryId, List.of());
	}

	/** The same thread in another category. */
	public Place in(String category) {
		return new Place(this.threadId, category, this.tags);
	}

}
