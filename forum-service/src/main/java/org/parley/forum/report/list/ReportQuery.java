package org.parley.forum.report.list;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.forum.report.ReportStatus;
import org.parley.platform.web.paging.PageQuery;

/**
 * Selects a page of reports.
 *
 * @param status only reports with this status
 * @param limit the maximum number of items, 20 by default
 */
record ReportQuery(
		@Pattern(regexp = "open|upheld|dismissed", message = "is open, upheld or dismissed") @Nullable String status,
		@Size(max = 512, message = "is not a cursor of this list") @Nullable String cursor,
		@Min(value = 1, message = "is at least 1") @Max(value = 100,
				message = "is at most 100") @Nullable Integer limit)
		implements
			PageQuery {

	@Nullable ReportStatus reportStatus() {
		return (this.status != null) ? ReportStatus.of(this.status) : null;
	}

}
