package org.parley.forum.view;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Tells programs that look for themselves from those that people look with. */
final class RobotDetector {

	/** A Cubot is a telephone. */
	private static final Pattern NAMES = Pattern.compile(
			"(?<!cu)bot\\b|robot|crawl|spider|slurp|archiver|facebookexternalhit|preview|validator|monitor|headless|scrap",
			Pattern.CASE_INSENSITIVE);

	private RobotDetector() {
	}

	/** Whether a program says so of itself, or says nothing. */
	static boolean isOne(@Nullable String userAgent) {
		return userAgent == null || userAgent.isBlank() || NAMES.matcher(userAgent).find();
	}

}
