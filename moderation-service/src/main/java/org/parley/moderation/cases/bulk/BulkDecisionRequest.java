package org.parley.moderation.cases.bulk;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.cases.Decision;
import org.parley.moderation.cases.ProposedDecision;
import org.parley.platform.text.StorableText;

/**
 * The body of one decision about several cases.
 *
 * @param ids the ids of the cases
 * @param decision the decision; bans and edits are decided one by one
 * @param note a note for each author
 */
record BulkDecisionRequest(
		@NotNull(message = "is required") @Size(min = 1, max = 50,
				message = "must have 1 to 50 entries") List<@NotNull(message = "is required") @Pattern(
						regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}", message = "must be an id") String> ids,
		@Schema(example = "dismiss") @NotNull(message = "is required") @Pattern(regexp = "dismiss|warn|hide|remove",
				message = "must be dismiss, warn, hide or remove") String decision,
		@Schema(example = "Advertising.") @StorableText(min = 1, max = 500, lines = true) @Nullable String note) {

	ProposedDecision toDecision() {
		return ProposedDecision.of(Decision.of(this.decision), this.note);
	}

}
