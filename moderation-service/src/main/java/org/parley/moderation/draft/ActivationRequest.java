package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.subject.ReadableText;

/**
 * The body of an activation.
 *
 * @param note the reason, for the audit
 */
record ActivationRequest(@Schema(example = "A wave of advertisements.") @Size(min = 1, max = 500,
		message = "must have 1 to 500 characters") @Pattern(regexp = ReadableText.PATTERN,
				message = ReadableText.MESSAGE) @Nullable String note) {
}
