package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.subject.ReadableText;

/**
 * The body of a change of a draft. Absent properties stay as they are.
 *
 * @param name the display name
 * @param terms what it says
 */
record PolicyEditRequest(
		@Schema(example = "Fewer links") @Size(min = 1, max = 100, message = "must have 1 to 100 characters") @Pattern(
				regexp = ReadableText.PATTERN, message = ReadableText.MESSAGE) @Nullable String name,
		@Valid @Nullable PolicyTerms terms) {
}
