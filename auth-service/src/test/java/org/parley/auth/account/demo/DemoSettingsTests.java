package org.parley.auth.account.demo;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.account.demo.DemoSettings.Demo;
import org.parley.auth.user.Role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DemoSettingsTests {

	@Test
	void accountsAreParsed() {
		var settings = new DemoSettings("admin:a:b c d e:admin, bob:12345678:user,");
		assertThat(settings.demos()).containsExactly(new Demo("admin", "a:b c d e", Role.ADMIN),
				new Demo("bob", "12345678", Role.USER));
		assertThat(settings.demos().getFirst().email()).isEqualTo("admin@example.org");
		assertThat(new DemoSettings("").demos()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "admin", "admin:12345678", "admin:short:admin", "admin:12345678:king", "a:12345678:user" })
	void malformedAccountsAreRefusedWithoutRevealingThem(String accounts) {
		assertThatIllegalArgumentException().isThrownBy(() -> new DemoSettings(accounts))
			.withMessageContaining("parley.accounts (PARLEY_ACCOUNTS)")
			.withMessageNotContaining("12345678");
	}

}
