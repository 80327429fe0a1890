package org.parley.moderation.appeal;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;

import org.jspecify.annotations.Nullable;
import org.parley.moderation.statement.AppealStatus;
import org.parley.platform.web.paging.PageQuery;

/**
 * The query parameters of the list of appeals.
 *
 * @param status only appeals in this status; open ones by default
 * @param limit the size of the page; 20 by default
 */
record AppealQuery(
		@Parameter(example = "open") @Pattern(regexp = "open|upheld|overturned|closed",
				message = "must be open, upheld, overturned or closed") @Nullable String status,
		@Nullable String cursor,
		@Parameter(example = "20") @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
				message = "must be 1 to 100") @Nullable Integer limit)
		implements
			PageQuery {

	AppealStatus wanted() {
		return (this.status != null) ? AppealStatus.of(this.status) : AppealStatus.OPEN;
	}

}
