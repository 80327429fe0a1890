package org.parley.moderation.cases.review;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.platform.text.StorableText;

/**
 * The body of a decision.
 *
 * @param decision the decision; only administrators can ban
 * @param note a note for the author
 * @param until when a ban ends; absent for a permanent ban
 * @param text the new text; for an edit only
 */
record DecisionRequest(
		@Schema(example = "remove") @NotNull(message = "is required") @Pattern(
				regexp = "dismiss|warn|edit|hide|remove|ban",
				message = "must be dismiss, warn, edit, hide, remove or ban") String decision,
		@Schema(example = "Advertising.") @StorableText(min = 1, max = 500, lines = true) @Nullable String note,
		@Schema(example = "2027-01-31T12:00:00Z") @Nullable Instant until,
		@Schema(example = "The tomatoes need six hours of sun.") @StorableText(min = 1, max = 50_000,
				lines = true) @Nullable String text) {

	ProposedDecision toDecision() {
		return new ProposedDecision(Decision.of(this.decision), this.note, this.until, this.text);
	}

}
