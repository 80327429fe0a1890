package org.parley.webhook.visibility;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread with its category and status.
 *
 * @param tags the keys of its tags; null in older documents
 */
@Document("forum_threads")
record PublicThread(@Id String id, String category, String status, @Nullable Set<String> tags, long version) {

	private static final Set<String> READABLE = Set.of("open", "locked", "archived");

	boolean isReadable() {
		return READABLE.contains(this.status);
	}

}
