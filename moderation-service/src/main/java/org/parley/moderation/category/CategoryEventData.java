package org.parley.moderation.category;

import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.category.Audience;

/**
 * Tells of a category as it is now.
 *
 * @param category the category
 */
record CategoryEventData(Told category) {

	/**
	 * A category, as events show it.
	 *
	 * @param id never changes
	 * @param readers the least role that may read
	 * @param moderators the ids of those who moderate only there; absent in events of
	 * before there were any
	 * @param version grows with every change
	 */
	record Told(String id, String readers, @Nullable List<String> moderators, long version) {

		/** Readers that this version does not know are administrators alone. */
		ModerationCategory category() {
			return new ModerationCategory(this.id, Audience.ofRole(this.readers).orElse(Audience.ADMINS),
					Objects.requireNonNullElse(this.moderators, List.of()), this.version);
		}

	}

}
