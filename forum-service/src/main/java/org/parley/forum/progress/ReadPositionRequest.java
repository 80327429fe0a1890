package org.parley.forum.progress;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * The read position that a client reports.
 *
 * @param number the number of the last read post; a larger number means the last post
 */
record ReadPositionRequest(@Schema(example = "37") @NotNull(message = "is required") @Min(value = 1,
		message = "is at least 1") Integer number) {
}
