package org.parley.realtime.event;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.parley.realtime.access.CategoryIdEventData;
import org.parley.realtime.access.ThreadRightsEventData;

/**
 * Data of the forum's thread events.
 *
 * @param thread the thread's current state
 */
record ThreadChangedEventData(State thread) {

	LiveThread live() {
		var now = this.thread;
		return new LiveThread(now.id(), now.title(), now.slug(), now.category().slug(), now.tags(), now.author(),
				now.status(), now.pinned(), now.acceptedAnswer(), now.version());
	}

	ThreadRightsEventData rights() {
		var now = this.thread;
		return new ThreadRightsEventData(new ThreadRightsEventData.State(now.id(),
				new CategoryIdEventData(now.category().id()), now.status(), now.version()));
	}

	/**
	 * The thread's current state.
	 *
	 * @param id the thread's id
	 * @param slug readable part of the URL
	 * @param title the title
	 * @param category the thread's category
	 * @param author the thread's author
	 * @param tags at most five
	 * @param status decides who sees the thread and whether it accepts replies
	 * @param pinned whether it stays at the top of lists
	 * @param acceptedAnswer id of the accepted answer; absent if there is none
	 * @param version the thread's version
	 */
	record State(String id, String slug, String title, Category category, LivePerson author, List<String> tags,
			String status, boolean pinned, @Nullable String acceptedAnswer, long version) {
	}

	/**
	 * Reference to the thread's category.
	 *
	 * @param id the category's id
	 * @param slug readable part of the URL
	 */
	record Category(String id, String slug) {
	}

}
