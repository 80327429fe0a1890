package org.parley.realtime.rights;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A category, as far as its rights go.
 *
 * @param id the category's id
 * @param readers who may read it
 * @param removed whether it is gone
 * @param version of the category
 */
@Document("categories")
record KnownCategory(@Id String id, Audience readers, boolean removed, long version) {

	boolean isReadableBy(Audience audience) {
		return !this.removed && audience.includes(this.readers);
	}

}
