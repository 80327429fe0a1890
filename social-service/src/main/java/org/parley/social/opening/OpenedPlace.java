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
 * @param textsAt when the texts of an account are published, of which only the requests
 * to follow are approved before; null if they are published already
 */
@Document("opened_places")
record OpenedPlace(@Id String id, Kind kind, @Nullable String after, @Indexed Instant dueAt,
		@Nullable Instant textsAt) {

	/** A place whose texts are published from a time on. */
	static OpenedPlace publishing(String id, Kind kind, Instant at) {
		return new OpenedPlace(id, kind, null, at, null);
	}

	/** An account whose requests are approved now, and again when its texts follow. */
	static OpenedPlace approving(String id, Instant now, Instant textsAt) {
		return new OpenedPlace(id, Kind.ACCOUNT, null, now, textsAt);
	}

	OpenedPlace continuedAfter(String last, Instant at) {
		return new OpenedPlace(this.id, this.kind, last, at, null);
	}

	/** What was opened. */
	enum Kind {

		/** An account with its public posts. */
		ACCOUNT,

		/** A post with its comments. */
		POST

	}

}
