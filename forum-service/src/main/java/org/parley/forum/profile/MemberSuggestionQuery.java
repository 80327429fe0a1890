package org.parley.forum.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query for members whom a writer may want to mention.
 *
 * @param q the beginning of a username, ignoring case
 * @param limit the maximum number of members
 */
record MemberSuggestionQuery(
		@NotNull(message = "is required") @Pattern(regexp = "[A-Za-z0-9_-]{1,30}",
				message = "must be 1 to 30 letters, digits, _ or -") String q,
		@Min(value = 1, message = "must be at least 1") @Max(value = 20,
				message = "must be at most 20") @Nullable Integer limit) {

	private static final int DEFAULT = 8;

	int size() {
		return (this.limit != null) ? this.limit : DEFAULT;
	}

}
