package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * The body of an answer to an appeal.
 *
 * @param outcome whether the decision stands or is reversed
 * @param note a note for the author
 */
record AppealAnswerRequest(
		@Schema(example = "overturn") @NotNull(message = "is required") @Pattern(regexp = "uphold|overturn",
				message = "must be uphold or overturn") String outcome,
		@Schema(example = "The post quotes the advertisement to warn of it.") @StorableText(min = 1, max = 500,
				lines = true) @Nullable String note) {

	boolean overturns() {
		return this.outcome.equals("overturn");
	}

}
