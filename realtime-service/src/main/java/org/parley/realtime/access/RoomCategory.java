package org.parley.realtime.access;

import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Stored read rights of a category.
 *
 * @param readers the audience that may read it
 * @param moderators ids of the users who moderate only this category
 * @param removed whether the category was removed
 */
@Document("categories")
record RoomCategory(@Id String id, Audience readers, Set<String> moderators, boolean removed,
		long version) implements ProtectedCategory {

	boolean isModeratedBy(String userId) {
		return this.moderators.contains(userId);
	}

}
