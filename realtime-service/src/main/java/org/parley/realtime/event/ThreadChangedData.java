package org.parley.realtime.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.access.CategoryIdData;
import org.parley.realtime.access.ThreadRightsData;

/**
 * What the forum tells of a thread.
 *
 * @param thread the thread
 */
record ThreadChangedData(State thread) {

	LiveThread live() {
		var now = this.thread;
		return new LiveThread(now.id(), now.title(), now.slug(), now.category().slug(), now.tags(), now.author(),
				now.status(), now.pinned(), now.acceptedAnswer(), now.version());
	}

	ThreadRightsData told() {
		var now = this.thread;
		return new ThreadRightsData(new ThreadRightsData.State(now.id(), new CategoryIdData(now.category().id()),
				now.status(), now.version()));
	}

	/**
	 * A thread as it is now.
	 *
	 * @param id never changes
	 * @param slug its readable part of an address
	 * @param title its title
	 * @param category where it is
	 * @param author who started it
	 * @param tags at most five
	 * @param status what it takes, and who sees it
	 * @param pinned whether it stays on top
	 * @param acceptedAnswer the id of the reply that answers it; absent when there is
	 * none
	 * @param version of the thread
	 */
	record State(String id, String slug, String title, Category category, LivePerson author, List<String> tags,
			String status, boolean pinned, @Nullable String acceptedAnswer, long version) {
	}

	/**
	 * A category's names.
	 *
	 * @param id the category's id
	 * @param slug its readable part of an address
	 */
	record Category(String id, String slug) {
	}

}
