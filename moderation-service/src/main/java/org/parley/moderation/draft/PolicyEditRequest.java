package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.platform.text.StorableText;

/**
 * The body of a change of a draft. Absent properties stay as they are.
 *
 * @param name the display name
 * @param terms what it says
 */
record PolicyEditRequest(@Schema(example = "Fewer links") @StorableText(min = 1, max = 100) @Nullable String name,
		@Valid @Nullable PolicyTerms terms) {
}
