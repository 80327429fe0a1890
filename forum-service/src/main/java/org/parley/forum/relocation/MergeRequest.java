package org.parley.forum.relocation;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import org.parley.platform.text.StorableText;

/**
 * Requests that a thread is merged into another one.
 *
 * @param into the id of the other thread
 */
record MergeRequest(@Schema(example = "01KAG2Z9Y8X7W6V5T4S3R2Q1P0") @NotNull(message = "is required") @StorableText(
		min = 1, max = 50) String into) {
}
