package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * The body of an activation.
 *
 * @param note the reason, for the audit
 */
record ActivationRequest(@Schema(example = "A wave of advertisements.") @StorableText(min = 1, max = 500,
		lines = true) @Nullable String note) {
}
