package org.parley.auth.user.audit;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.PageQuery;

/** Selects audit records. */
record AuditQuery(
		@Parameter(example = "01KAG2V7Q8X4M6T0N3R5W9YZAB") @Pattern(regexp = "[0-7][0-9A-HJKMNP-TV-Z]{25}",
				message = "must be an id") @Nullable String user,
		@Parameter(example = "signed-in") @Nullable String act, @Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {

	/** Selects audit records of the caller's account. */
	record Own(@Parameter(example = "signed-in") @Nullable String act, @Nullable String cursor,
			@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") @Nullable Integer limit) {

		AuditQuery of(String userId) {
			return new AuditQuery(userId, this.act, this.cursor, this.limit);
		}

	}

}
