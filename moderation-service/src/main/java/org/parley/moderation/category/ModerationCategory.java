package org.parley.moderation.category;

import java.util.List;

import org.parley.platform.security.category.Audience;
import org.parley.platform.security.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category of the forum, as far as cases depend on it.
 *
 * @param id never changes
 * @param readers the least audience that may read what is in it
 * @param moderators the ids of those who moderate only there
 * @param version of the category in the forum
 */
@Document("categories")
record ModerationCategory(@Id String id, Audience readers, List<String> moderators,
		long version) implements ProtectedCategory {

	/** A category that is gone: nothing that is told of it later brings it back. */
	static ModerationCategory gone(String id) {
		return new ModerationCategory(id, Audience.ADMINS, List.of(), Long.MAX_VALUE);
	}

}
