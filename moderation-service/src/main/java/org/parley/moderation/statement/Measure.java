package org.parley.moderation.statement;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.AuthorReference;

/**
 * A decision that restricts a post.
 *
 * @param restriction what follows for the author
 * @param reported whether a reader's report led to the decision
 * @param note the moderator's explanation
 * @param until when a ban ends; null for a permanent ban
 * @param by the moderator; null if a check decided
 */
public record Measure(Restriction restriction, boolean reported, @Nullable String note, @Nullable Instant until,
		@Nullable AuthorReference by) {

	static Measure automatic(Restriction restriction) {
		return new Measure(restriction, false, null, null, null);
	}

}
