package org.parley.forum.view;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RobotDetectorTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
			"Mozilla/5.0 (compatible; bingbot/2.0)", "Mozilla/5.0 (compatible; Baiduspider/2.0)",
			"facebookexternalhit/1.1", "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/142.0", "GPTBot/1.2",
			"ia_archiver", "Slackbot-LinkExpanding 1.0", "Yahoo! Slurp" })
	void robotsAreDetected(String userAgent) {
		assertThat(RobotDetector.isRobot(userAgent)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0",
			"Mozilla/5.0 (iPhone; CPU iPhone OS 26_0 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1", "okhttp/5.3.0",
			"Parley/1.0 CFNetwork/3826 Darwin/25.0.0", "Mozilla/5.0 (Cubot X70) Abbott" })
	void browsersAndAppsAreNotRobots(String userAgent) {
		assertThat(RobotDetector.isRobot(userAgent)).isFalse();
	}

}
