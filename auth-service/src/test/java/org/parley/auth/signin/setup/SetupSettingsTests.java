package org.parley.auth.signin.setup;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.tokens.secret.OpaqueSecret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SetupSettingsTests {

	@Test
	void blankTokenIsAbsent() {
		assertThat(new SetupSettings(" ").operatorsToken()).isEmpty();
	}

	@Test
	void operatorsTokenIsStripped() {
		var settings = new SetupSettings(" 0123456789abcdef01234567\n");
		assertThat(settings.operatorsToken()).contains(new OpaqueSecret("0123456789abcdef01234567"));
		assertThat(settings).hasToString("SetupSettings[token=***]");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123456789abcdef0123456", "0123456789abcdef 01234567890", "0123456789äbcdef01234567" })
	void weakTokenIsRefused(String token) {
		assertThatIllegalArgumentException().isThrownBy(() -> new SetupSettings(token))
			.withMessageContaining("PARLEY_SETUP_TOKEN")
			.withMessageNotContaining(token);
	}

}
