package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * The body of an appeal.
 *
 * @param text why the author thinks that the decision is wrong
 */
record AppealRequest(@Schema(example = "I quoted the advertisement to warn others of it.") @NotNull(
		message = "is required") @StorableText(min = 1, max = 2000, lines = true) String text) {
}
