package org.parley.social.opening;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An account or a post that is open to everybody, and whose earlier texts are published
 * page by page.
 *
 * @param id the author, or the post
 * @param kind what was opened
 * @param after the last published post or comment; null at the start
 * @param dueAt when the next page is due
 */
@Document("opened_places")
record OpenedPlace(@Id String id, Kind kind, @Nullable String after, @Indexed Instant dueAt) {

	OpenedPlace continuedAfter(String last, Instant at) {
		return new OpenedPlace(this.id, this.kind, last, at);
	}

	/** What was opened. */
	enum Kind {

		/** An account with its public posts. */
		ACCOUNT,

		/** A post with its comments. */
		POST

	}

}
