package org.parley.moderation.category;

import java.util.Set;

import org.parley.platform.readmodels.category.Audience;

/**
 * The categories that a caller moderates.
 *
 * @param authority the highest role that the caller's token covers
 * @param ids the ids of the categories; ignored for administrators, who moderate all
 */
public record ModerationScope(Audience authority, Set<String> ids) {

	/** Whether the scope is every category, known or not. */
	public boolean coversAll() {
		return this.authority == Audience.ADMINS;
	}

	public boolean covers(String categoryId) {
		return coversAll() || this.ids.contains(categoryId);
	}

}
