package org.parley.moderation.cases;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the list of cases.
 *
 * @param status only cases in this status
 * @param limit the size of the page; 20 by default
 */
public record CaseQuery(
		@Parameter(example = "open") @Pattern(regexp = "open|claimed|decided|withdrawn",
				message = "must be open, claimed, decided or withdrawn") @Nullable String status,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {
}
