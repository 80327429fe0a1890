package org.parley.moderation.category;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.category.Audience;

/**
 * The data of the forum's category events.
 *
 * @param category the present state
 */
record CategoryEventData(State category) {

	/**
	 * The state of a category.
	 *
	 * @param id the category's id
	 * @param readers the lowest role that can read it
	 * @param moderators the ids of its appointed moderators; absent in events from before
	 * appointments existed
	 * @param version grows with every change
	 */
	record State(String id, String readers, @Nullable List<String> moderators, long version) {

		/** Treats an unknown role as administrators only. */
		ModerationCategory toCategory() {
			return new ModerationCategory(this.id, Audience.ofRole(this.readers).orElse(Audience.ADMINS),
					Objects.requireNonNullElse(this.moderators, List.of()), this.version);
		}

	}

}
