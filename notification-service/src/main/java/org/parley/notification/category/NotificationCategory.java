package org.parley.notification.category;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A part of the forum, as far as it matters who may read it.
 *
 * @param id given by forum-service
 * @param readers who at least may read
 * @param gone whether it has been removed; then nobody reads it
 * @param version of the category
 */
@Document("categories")
record NotificationCategory(@Id String id, NotificationAudience readers, boolean gone, long version) {

	boolean isReadableBy(NotificationAudience audience) {
		return !this.gone && audience.includes(this.readers);
	}

}
