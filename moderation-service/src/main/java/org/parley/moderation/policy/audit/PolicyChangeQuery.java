package org.parley.moderation.policy.audit;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the audit of policies.
 *
 * @param policy only changes of this policy
 * @param limit the size of the page; 20 by default
 */
record PolicyChangeQuery(
		@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
				message = "must be an id") @Nullable String policy,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {
}
