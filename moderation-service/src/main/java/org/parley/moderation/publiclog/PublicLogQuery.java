package org.parley.moderation.publiclog;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the public log.
 *
 * @param category only this category, by its slug
 * @param limit the size of the page; 20 by default
 */
record PublicLogQuery(
		@Parameter(example = "gardening") @Size(max = 200, message = "must have at most 200 characters") @Pattern(
				regexp = "[\\p{Ll}\\p{Lo}\\p{N}-]*", message = "must be a slug") @Nullable String category,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {
}
