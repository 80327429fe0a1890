package org.parley.moderation.category;

import java.util.Set;

import org.parley.platform.security.category.Audience;

/**
 * The categories whose cases and incidents a caller sees and decides.
 *
 * @param authority the highest role that the caller's token covers
 * @param ids of the categories; administrators moderate all of them, known or not
 */
public record ModerationScope(Audience authority, Set<String> ids) {

	/** Whether this is every category, so that no list needs a filter. */
	public boolean areAll() {
		return this.authority == Audience.ADMINS;
	}

	public boolean contain(String categoryId) {
		return areAll() || this.ids.contains(categoryId);
	}

}
