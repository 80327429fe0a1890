package org.parley.moderation.cases.review;

import io.swagger.v3.oas.annotations.media.Schema;

import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * The body of a reversal.
 *
 * @param note a note for the author
 */
record ReversalRequest(@Schema(example = "The post quotes the advertisement to warn of it.") @StorableText(min = 1,
		max = 500, lines = true) @Nullable String note) {
}
