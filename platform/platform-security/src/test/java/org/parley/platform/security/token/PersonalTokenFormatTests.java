package org.parley.platform.security.token;

import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.platform.test.pattern.LinearPatterns;

import static org.assertj.core.api.Assertions.assertThat;

class PersonalTokenFormatTests {

	private static final String TOKEN = "parley_pat_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGh-_E";

	@Test
	void tokenIsRecognised() {
		assertThat(PersonalTokenFormat.matches(TOKEN)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "parley_pat_", TOKEN + "x", "x" + TOKEN, TOKEN + "\n",
			"parley_pat_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGh+/E",
			"parley_app_sAn3lJ5nPzXq0mYd1bWcVfTgRhUjKiLoPaQsDfGhJkE" })
	void otherTextIsNoToken(String text) {
		assertThat(PersonalTokenFormat.matches(text)).isFalse();
	}

	@Test
	void tokenIsFoundWithinText() {
		assertThat(PersonalTokenFormat.isContainedIn("40{\"token\":\"" + TOKEN + "\"}")).isTrue();
		assertThat(PersonalTokenFormat.isContainedIn("40{\"token\":\"parley_pat_\"}")).isFalse();
	}

	@TestFactory
	Stream<DynamicTest> expressionsAreLinear() {
		return LinearPatterns.of("org.parley.platform.security.token");
	}

}
