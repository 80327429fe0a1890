package org.parley.chat.category;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category of the forum with its read access.
 *
 * @param slug its readable name in addresses
 * @param readers the audience that may read it
 * @param removed whether it was removed, so that nobody may read it
 */
@Document("categories")
public record ChatCategory(@Id String id, String slug, Audience readers, boolean removed,
		long version) implements ProtectedCategory {
}
