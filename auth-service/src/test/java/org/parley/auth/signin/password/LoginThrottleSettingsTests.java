package org.parley.auth.signin.password;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LoginThrottleSettingsTests {

	@ParameterizedTest
	@CsvSource({ "0, PT0S", "4, PT0S", "5, PT1S", "6, PT2S", "10, PT32S", "14, PT8M32S", "15, PT15M",
			"1000000, PT15M" })
	void delayDoublesUpToTheLongest(int failures, Duration delay) {
		assertThat(new LoginThrottleSettings(5, Duration.ofSeconds(1), Duration.ofMinutes(15)).delayAfter(failures))
			.isEqualTo(delay);
	}

}
