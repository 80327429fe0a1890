package org.parley.webhook.visibility;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A thread with its category and status.
 *
 * @param tags the keys of its tags; null in older documents
 * @param tagsBefore those before the edit of a version; null without an edit
 */
@Document("forum_threads")
record PublicThread(@Id String id, String category, String status, @Nullable Set<String> tags,
		@Nullable TagsBefore tagsBefore, long version) {

	private static final Set<String> READABLE = Set.of("open", "locked", "archived");

	boolean isReadable() {
		return READABLE.contains(this.status);
	}

	/**
	 * The tags before an edit, also if that is stored already; those before an older edit
	 * are not known any more.
	 */
	Set<String> tagsBefore(long edit) {
		if (this.tagsBefore != null && this.tagsBefore.version() == edit) {
			return this.tagsBefore.tags();
		}
		return (this.version < edit && this.tags != null) ? this.tags : Set.of();
	}

	/**
	 * The tags that a thread had before an edit.
	 *
	 * @param version that of the edit
	 */
	record TagsBefore(Set<String> tags, long version) {
	}

}
