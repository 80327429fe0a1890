package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.parley.moderation.subject.ReadableText;

/**
 * The body of an appeal.
 *
 * @param text why the author thinks that the decision is wrong
 */
record AppealRequest(
		@Schema(example = "I quoted the advertisement to warn others of it.") @NotNull(message = "is required") @Size(
				min = 1, max = 2000, message = "must have 1 to 2000 characters") @Pattern(regexp = ReadableText.PATTERN,
						message = ReadableText.MESSAGE) String text) {
}
