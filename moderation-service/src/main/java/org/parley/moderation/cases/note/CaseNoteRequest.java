package org.parley.moderation.cases.note;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * The body of a note.
 *
 * @param text the text, for other moderators
 */
record CaseNoteRequest(@Schema(example = "The third post of this kind today.") @NotNull(
		message = "is required") @StorableText(min = 1, max = 2000, lines = true) String text) {
}
