package org.parley.webhook.delivery;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * A query for a page of deliveries.
 *
 * @param status only deliveries with this status
 */
record DeliveryQuery(
		@Parameter(example = "failed") @Pattern(regexp = "waiting|sending|delivered|failed|withheld|cancelled",
				message = "must be waiting, sending, delivered, failed, withheld or cancelled") @Nullable String status,
		@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit)
		implements
			PageQuery {
}
