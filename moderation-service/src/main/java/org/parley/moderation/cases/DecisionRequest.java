package org.parley.moderation.cases;

import java.time.Instant;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a moderator decides.
 *
 * @param decision what; only administrators may ban
 * @param note for the author: why
 * @param until when a ban ends; without it, it does not
 */
record DecisionRequest(
		@Schema(example = "remove") @NotNull(message = "is required") @Pattern(regexp = "dismiss|warn|hide|remove|ban",
				message = "must be dismiss, warn, hide, remove or ban") String decision,
		@Schema(example = "Advertising.") @Size(min = 1, max = 500, message = "has 1 to 500 characters") @Pattern(
				regexp = SHOWN, message = "has characters that cannot be shown, or nothing else") @Nullable String note,
		@Schema(example = "2027-01-31T12:00:00Z") @Nullable Instant until) {

	/**
	 * No control characters but those of lines, no halves of characters, not only spaces.
	 */
	private static final String SHOWN = "(?s)(?=.*\\S)[\\P{C}\\p{Cf}\\p{Co}\\p{Cn}\\n\\r\\t]*";

	DecisionWish wish() {
		return new DecisionWish(Decision.of(this.decision), this.note, this.until);
	}

}
