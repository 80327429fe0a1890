package org.parley.webhook.visibility;

import org.parley.platform.readmodels.category.Audience;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category with its readers.
 *
 * @param readers the lowest role that may read
 */
@Document("forum_categories")
record PublicCategory(@Id String id, String readers, long version) {

	static final String NOBODY = "nobody";

	/** The readers; an unknown role restricts reading to administrators. */
	Readership readership() {
		return this.readers.equals(NOBODY) ? Readership.HIDDEN
				: Readership.of(Audience.ofRole(this.readers).orElse(Audience.ADMINS));
	}
}
