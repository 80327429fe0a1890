package org.parley.platform.messaging.deadletter;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * Query for dead letters.
 *
 * @param cursor the start of the page
 */
record DeadLetterQuery(
		@Parameter(example = "forum_members") @Size(min = 1, max = 100,
				message = "must have 1 to 100 characters") @Nullable String queue,
		@Parameter(example = "user.registered") @Size(min = 1, max = 100,
				message = "must have 1 to 100 characters") @Nullable String type,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {
}
