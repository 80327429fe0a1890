package org.parley.forum.threadlist;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The maximum age of threads in the top list. */
enum TopWindow {

	DAY(1), WEEK(7), MONTH(30), YEAR(365), ALL(0);

	private final int days;

	TopWindow(int days) {
		this.days = days;
	}

	/** The earliest creation time; null for all threads. */
	static @Nullable Instant since(@Nullable String name, Instant now) {
		var window = (name != null) ? valueOf(name.toUpperCase(Locale.ROOT)) : ALL;
		return (window != ALL) ? now.minus(Duration.ofDays(window.days)) : null;
	}

}
