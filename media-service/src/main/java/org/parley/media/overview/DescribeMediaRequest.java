package org.parley.media.overview;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * A request to change the alternative text.
 *
 * @param alt the text; empty for none
 */
record DescribeMediaRequest(@NotNull(message = "is required") @StorableText(max = 1_000) String alt) {

	@Nullable String text() {
		return this.alt.isBlank() ? null : this.alt.strip();
	}

}
