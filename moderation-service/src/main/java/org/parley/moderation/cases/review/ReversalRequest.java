package org.parley.moderation.cases.review;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ReadableText;

/**
 * The body of a reversal.
 *
 * @param note a note for the author
 */
record ReversalRequest(@Schema(example = "The post quotes the advertisement to warn of it.") @Size(min = 1, max = 500,
		message = "must have 1 to 500 characters") @Pattern(regexp = ReadableText.PATTERN,
				message = ReadableText.MESSAGE) @Nullable String note) {
}
