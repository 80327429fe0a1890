package org.parley.realtime.access;

import java.util.Objects;
import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Stored read rights of a category.
 *
 * @param readers the audience that may read it
 * @param readerGroups ids of the groups that may read it, too
 * @param moderators ids of the users who moderate only this category
 * @param removed whether the category was removed; its chat rooms stay with its readers
 */
@Document("categories")
record RoomCategory(@Id String id, Audience readers, Set<String> readerGroups, Set<String> moderators, boolean removed,
		long version) implements ProtectedCategory {

	/** Old documents have no groups. */
	RoomCategory {
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
	}

	boolean isModeratedBy(String userId) {
		return this.moderators.contains(userId);
	}

}
