package org.parley.platform.ai;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ModelProviderSettingsTests {

	@Test
	void missingUrlDisablesProvider() {
		assertThat(settings(" ").isPresent()).isFalse();
		assertThat(settings("https://ai.example/v1").isPresent()).isTrue();
	}

	@Test
	void slashAtEndOfUrlIsRemoved() {
		assertThat(settings("https://ai.example/v1/").url()).isEqualTo("https://ai.example/v1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ai.example", "ftp://ai.example", "https://", "not an address", "file:///etc/passwd" })
	void invalidUrlNamesItsSetting(String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> settings(url)).withMessageContaining("PARLEY_AI_URL");
	}

	@Test
	void toStringHidesKey() {
		assertThat(settings("https://ai.example")).asString().doesNotContain("sk-secret");
	}

	private static ModelProviderSettings settings(String url) {
		return new ModelProviderSettings(url, "sk-secret", Duration.ofSeconds(2));
	}

}
