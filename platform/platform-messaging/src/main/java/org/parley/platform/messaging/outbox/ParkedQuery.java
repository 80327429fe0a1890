package org.parley.platform.messaging.outbox;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.parley.platform.web.paging.Cursor;

/**
 * Query for parked events.
 *
 * @param cursor the start of the page
 */
record ParkedQuery(@Nullable String cursor, @Parameter(example = "20") @Min(value = 1,
		message = "must be 1 to 100") @Max(value = 100, message = "must be 1 to 100") @Nullable Integer limit) {

	static final String SORT = "at";

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

	@Nullable Cursor from() {
		return (this.cursor != null) ? Cursor.parse(this.cursor, SORT, 1) : null;
	}

}
