package org.parley.webhook.visibility;

import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category with its readers.
 *
 * @param readers the lowest role that may read
 * @param readerGroups the ids of the groups that may read, too
 * @param before the readers before the last change; null without one
 */
@Document("forum_categories")
record PublicCategory(@Id String id, String readers, Set<String> readerGroups, @Nullable ReadersBefore before,
		long version) {

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

	/**
	 * The readers before a change, also if that is stored already; those before an older
	 * change are not known any more.
	 */
	Optional<ReadersBefore> readersBefore(long change) {
		if (this.before != null && this.before.version() == change) {
			return Optional.of(this.before);
		}
		return (this.version < change) ? Optional.of(new ReadersBefore(this.readers, this.readerGroups, change))
				: Optional.empty();
	}

	/**
	 * The readers that a category had before a change.
	 *
	 * @param version that of the change
	 */
	record ReadersBefore(String readers, Set<String> groups, long version) {

		Readership readership() {
			return Readership.of(Audience.ofReaders(this.readers), this.groups);
		}

	}

}
