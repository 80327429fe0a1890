package org.parley.social.explore;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

import com.github.f4b6a3.ulid.Ulid;
import org.jspecify.annotations.Nullable;
import org.parley.social.post.SocialPost;

/** How far back a ranking looks, in whole and begun days. */
enum TopPeriod {

	DAY(1), WEEK(7), MONTH(30), YEAR(365), ALL(0);

	static final String NAMES = "day|week|month|year|all";

	private static final int MAX_DAYS = 30;

	private final int days;

	TopPeriod(int days) {
		this.days = days;
	}

	/** Reads a name; a week by default. */
	static TopPeriod of(@Nullable String name) {
		return (name != null) ? valueOf(name.toUpperCase(Locale.ROOT)) : WEEK;
	}

	String json() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The days in UTC that a short period touches; empty for a long one. */
	List<String> dates(Instant now) {
		return (this.days == 0 || this.days > MAX_DAYS) ? List.of()
				: IntStream.rangeClosed(0, this.days)
					.mapToObj((back) -> SocialPost.day(now.minus(Duration.ofDays(back))))
					.toList();
	}

	/** The lowest id of a post of the period. */
	String firstId(Instant now) {
		return (this == ALL) ? "" : Ulid.min(now.minus(Duration.ofDays(this.days)).toEpochMilli()).toString();
	}

}
