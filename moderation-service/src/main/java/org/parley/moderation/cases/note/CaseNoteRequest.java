package org.parley.moderation.cases.note;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.parley.moderation.subject.ReadableText;

/**
 * The body of a note.
 *
 * @param text the text, for other moderators
 */
record CaseNoteRequest(@Schema(example = "The third post of this kind today.") @NotNull(message = "is required") @Size(
		min = 1, max = 2000, message = "must have 1 to 2000 characters") @Pattern(regexp = ReadableText.PATTERN,
				message = ReadableText.MESSAGE) String text) {
}
