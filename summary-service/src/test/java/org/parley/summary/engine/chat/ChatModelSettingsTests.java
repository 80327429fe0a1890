package org.parley.summary.engine.chat;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ChatModelSettingsTests {

	@Test
	void missingUrlOrModelDisablesModel() {
		assertThat(settings("", "m").isSet()).isFalse();
		assertThat(settings("https://ai.example/v1", "").isSet()).isFalse();
		assertThat(settings("https://ai.example/v1", "m").isSet()).isTrue();
	}

	@Test
	void completionsUriIsBelowBaseUrl() {
		assertThat(settings("https://ai.example/v1/", "m").completionsUri())
			.hasToString("https://ai.example/v1/chat/completions");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ai.example", "ftp://ai.example", "https://", "not an address", "file:///etc/passwd" })
	void invalidUrlNamesItsSetting(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(url, "m"))
			.withMessageContaining("PARLEY_AI_URL");
	}

	@Test
	void invalidTimeoutNamesItsSetting() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new ChatModelSettings("", "", "", Duration.ofSeconds(1), Duration.ZERO))
			.withMessageContaining("parley.ai.timeout");
	}

	@Test
	void toStringHidesKey() {
		assertThat(new ChatModelSettings("https://ai.example", "sk-secret", "m", Duration.ofSeconds(1),
				Duration.ofSeconds(1)))
			.asString()
			.doesNotContain("sk-secret");
	}

	private static ChatModelSettings settings(String url, String model) {
		return new ChatModelSettings(url, "", model, Duration.ofSeconds(2), Duration.ofSeconds(20));
	}

}
