package org.parley.forum.vote;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * Requests a vote.
 *
 * @param value 1 for up, -1 for down, 0 for no vote
 */
public record VoteRequest(@NotNull @Min(value = -1, message = "must be -1, 0 or 1") @Max(value = 1,
		message = "must be -1, 0 or 1") Integer value) {
}
