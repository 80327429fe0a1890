package org.parley.auth.tokens.secret;

import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OpaqueSecretTests {

	private final OpaqueSecret secret = OpaqueSecret.generate("parley_pat_", new Random(1));

	@Test
	void secretHasPrefixAndIsNotPrinted() {
		assertThat(this.secret.text()).matches("parley_pat_[A-Za-z0-9_-]{43}");
		assertThat(this.secret).hasToString("OpaqueSecret[***]");
		assertThat(new Issued<>("token", this.secret).toString()).doesNotContain(this.secret.text());
	}

	@Test
	void onlyItsOwnHashMatches() {
		var other = OpaqueSecret.generate("parley_pat_", new Random(2));
		assertThat(this.secret.matches(this.secret.hash())).isTrue();
		assertThat(this.secret.matches(other.hash())).isFalse();
		assertThat(this.secret.matches(this.secret.text())).isFalse();
		assertThat(this.secret.matches(null)).isFalse();
	}

}
