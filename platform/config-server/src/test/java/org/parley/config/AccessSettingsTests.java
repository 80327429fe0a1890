package org.parley.config;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AccessSettingsTests {

	@ParameterizedTest
	@ValueSource(strings = { "", "fifteen letters" })
	void tooShortPasswordIsRefusedByName(String password) {
		assertThatIllegalArgumentException().isThrownBy(() -> new AccessSettings(password))
			.withMessageContaining("PARLEY_CONFIG_PASSWORD");
	}

	@Test
	void passwordIsNotPrinted() {
		assertThat(new AccessSettings("sixteen letters!")).asString().doesNotContain("sixteen");
	}

}
