package org.parley.forum.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Says what its person thinks.
 *
 * @param value 1 for, -1 against, 0 neither
 */
public record VoteRequest(@NotNull(message = "is required") @Min(value = -1, message = "is -1, 0 or 1") @Max(value = 1,
		message = "is -1, 0 or 1") Integer value) {
}
