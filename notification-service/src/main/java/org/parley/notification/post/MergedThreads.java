package org.parley.notification.post;

import java.util.Map;
import java.util.Optional;

import org.parley.notification.news.NotificationPlace;

/**
 * Threads with those into which they were merged, perhaps several times.
 *
 * @param threads by their ids
 */
record MergedThreads(Map<String, ThreadRecord> threads) {

	Optional<ThreadRecord> find(String id) {
		return Optional.ofNullable(this.threads.get(id));
	}

	/** The place after all merges of its thread; its tags stay. */
	NotificationPlace present(NotificationPlace place) {
		var present = place;
		for (int merges = 0; merges < this.threads.size(); merges++) {
			var into = find(present.threadId()).map(ThreadRecord::into).orElse(null);
			if (into == null) {
				return present;
			}
			present = new NotificationPlace(into.threadId(), into.categoryId(), place.tags());
		}
		return present;
	}

}
