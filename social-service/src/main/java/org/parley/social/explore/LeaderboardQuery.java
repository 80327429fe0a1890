package org.parley.social.explore;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A query for the leaderboard.
 *
 * @param window how far back it looks; a week by default
 * @param limit the number of people
 */
record LeaderboardQuery(
		@Pattern(regexp = TopPeriod.NAMES, message = "is day, week, month, year or all") @Nullable String window,
		@Min(value = 1, message = "must be at least 1") @Max(value = 100,
				message = "must be at most 100") @Nullable Integer limit) {

	TopPeriod span() {
		return TopPeriod.of(this.window);
	}

	int size() {
		return (this.limit != null) ? this.limit : 20;
	}

}
