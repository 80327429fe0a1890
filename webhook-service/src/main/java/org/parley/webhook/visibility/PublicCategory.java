package org.parley.webhook.visibility;

import java.util.Objects;
import java.util.Set;

import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category with its readers.
 *
 * @param readers the lowest role that may read
 * @param readerGroups the ids of the groups that may read, too
 */
@Document("forum_categories")
record PublicCategory(@Id String id, String readers, Set<String> readerGroups, long version) {

	static final String NOBODY = "nobody";

	/** Old documents have no groups. */
	PublicCategory {
		readerGroups = Objects.requireNonNullElse(readerGroups, Set.of());
	}

	/** The readers; an unknown role restricts reading to administrators. */
	Readership readership() {
		return this.readers.equals(NOBODY) ? Readership.HIDDEN
				: Readership.of(Audience.ofReaders(this.readers), this.readerGroups);
	}
}
