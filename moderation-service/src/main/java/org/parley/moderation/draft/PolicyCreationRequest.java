package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.platform.text.StorableText;

/**
 * The body of a new draft.
 *
 * @param name the display name
 * @param basedOn the id of the policy whose terms are copied; by default the one in force
 * @param terms what it says, instead of a copy
 */
record PolicyCreationRequest(
		@Schema(example = "Fewer links") @NotNull(message = "is required") @StorableText(min = 1,
				max = 100) String name,
		@Schema(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
				message = "must be an id") @Nullable String basedOn,
		@Valid @Nullable PolicyTerms terms) {
}
