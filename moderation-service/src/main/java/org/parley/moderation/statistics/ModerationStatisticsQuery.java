package org.parley.moderation.statistics;

import java.time.Duration;

import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

/**
 * The query parameters of the statistics.
 *
 * @param days the length of the period, which ends now; 30 by default
 */
record ModerationStatisticsQuery(@Parameter(example = "30") @Min(value = 1,
		message = "must be 1 to 366") @Max(value = 366, message = "must be 1 to 366") @Nullable Integer days) {

	private static final int MONTH = 30;

	Duration period() {
		return Duration.ofDays((this.days != null) ? this.days : MONTH);
	}

}
