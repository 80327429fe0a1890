package org.parley.forum.view;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** Detects robots by their user agent. */
final class RobotDetector {

	/** Cubot is a brand of phones. */
	private static final Pattern NAMES = Pattern.compile(
			"(?<!cu)bot\\b|robot|crawl|spider|slurp|archiver|facebookexternalhit|preview|validator|monitor|headless|scrap",
			Pattern.CASE_INSENSITIVE);

	private RobotDetector() {
	}

	/** Whether a user agent names a robot or is absent. */
	static boolean isRobot(@Nullable String userAgent) {
		return userAgent == null || userAgent.isBlank() || NAMES.matcher(userAgent).find();
	}

}
