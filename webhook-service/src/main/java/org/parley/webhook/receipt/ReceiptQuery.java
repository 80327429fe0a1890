package org.parley.webhook.receipt;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * A query for a page of receipts.
 *
 * @param provider only receipts of this provider
 * @param status only receipts with this status
 */
record ReceiptQuery(
		@Parameter(example = "hmac") @Size(min = 1, max = 40,
				message = "must have 1 to 40 characters") @Nullable String provider,
		@Parameter(example = "failed") @Pattern(regexp = "received|processing|processed|failed|refused",
				message = "must be received, processing, processed, failed or refused") @Nullable String status,
		@Size(max = 512, message = "must be a cursor of this list") @Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit)
		implements
			PageQuery {
}
