package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Stored read rights of a category.
 *
 * @param id the category's id
 * @param readers the audience that may read it
 * @param moderators ids of the users who moderate only this category; null if it was
 * stored before category moderators existed
 * @param removed whether the category was removed
 * @param version of the category
 */
@Document("categories")
record RoomCategory(@Id String id, Audience readers, @Nullable Set<String> moderators, boolean removed,
		long version) implements ProtectedCategory {

	boolean isModeratedBy(String userId) {
		return this.moderators != null && this.moderators.contains(userId);
	}

}
