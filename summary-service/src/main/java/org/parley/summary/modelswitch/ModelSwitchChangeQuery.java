package org.parley.summary.modelswitch;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the audit of switches.
 *
 * @param category only changes in this category
 * @param limit the size of the page; 20 by default
 */
record ModelSwitchChangeQuery(
		@Parameter(example = "01KAG2W0K2M4N6P8Q0R2S4T6V8") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
				message = "must be an id") @Nullable String category,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {
}
