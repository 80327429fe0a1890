package org.parley.forum.progress;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Says how far its person has read.
 *
 * @param number of the last post that they have read; more than there are means all
 */
record ReadPositionRequest(@Schema(example = "37") @NotNull(message = "is required") @Min(value = 1,
		message = "is at least 1") Integer number) {
}
