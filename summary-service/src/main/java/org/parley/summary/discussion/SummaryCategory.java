package org.parley.summary.discussion;

import java.util.Objects;
import java.util.Set;

import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.ProtectedCategory;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The read access of a category.
 *
 * @param readers the lowest audience that can read it
 * @param readerGroups the ids of the groups that can read it, too
 * @param version the category's version; {@value #REMOVED} after its removal
 */
@Document("categories")
record SummaryCategory(@Id String id, Audience readers, Set<String> readerGroups,
		long version) implements ProtectedCategory {

	/** Old documents have no groups. */
	SummaryCategory {
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
	}

	/** The version of a removed category. */
	static final long REMOVED = Long.MAX_VALUE;

	/** Whether the category was not removed. */
	boolean isPresent() {
		return this.version != REMOVED;
	}

}
