package org.parley.forum.profile;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query for members whom somebody may want to mention or to write to.
 *
 * @param q the beginning of a username or a displayed name, ignoring case
 * @param limit the maximum number of members
 */
record MemberSuggestionQuery(
		@NotNull(message = "is required") @Pattern(regexp = "[^\\s\\p{Cntrl}][^\\p{Cntrl}]{0,49}",
				message = "must be the beginning of a name, of up to 50 characters") String q,
		@Min(value = 1, message = "must be at least 1") @Max(value = 20,
				message = "must be at most 20") @Nullable Integer limit) {

	private static final int DEFAULT = 8;

	int size() {
		return (this.limit != null) ? this.limit : DEFAULT;
	}

}
