package org.parley.realtime.access;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category, as far as its rights go.
 *
 * @param id the category's id
 * @param readers who may read it
 * @param moderators the ids of those who moderate only there; null where it was told
 * before there were any
 * @param removed whether it is gone
 * @param version of the category
 */
@Document("categories")
record RoomCategory(@Id String id, Audience readers, @Nullable Set<String> moderators, boolean removed,
		long version) implements ProtectedCategory {

	boolean isModeratedBy(String userId) {
		return this.moderators != null && this.moderators.contains(userId);
	}

}
