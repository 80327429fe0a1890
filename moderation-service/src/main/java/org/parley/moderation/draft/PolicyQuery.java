package org.parley.moderation.draft;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.PolicyStatus;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the list of policies.
 *
 * @param status only policies in this state
 * @param limit the size of the page; 20 by default
 */
record PolicyQuery(
		@Parameter(example = "draft") @Pattern(regexp = "draft|active|retired",
				message = "must be draft, active or retired") @Nullable String status,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {

	@Nullable PolicyStatus wanted() {
		return (this.status != null) ? PolicyStatus.of(this.status) : null;
	}

}
