package org.parley.chat.category;

import java.util.Objects;
import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category of the forum with its read access.
 *
 * @param slug its readable name in addresses
 * @param readers the audience that may read it
 * @param readerGroups the ids of the groups that may read it, too
 * @param removed whether it was removed, so that it takes no more rooms
 */
@Document("categories")
public record ChatCategory(@Id String id, String slug, Audience readers, Set<String> readerGroups, boolean removed,
		long version) implements ProtectedCategory {

	/** Old documents have no groups. */
	public ChatCategory {
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
	}
}
