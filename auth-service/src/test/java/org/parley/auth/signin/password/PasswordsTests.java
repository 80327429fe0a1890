package org.parley.auth.signin.password;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.Asvs;
import org.parley.platform.domain.RefusalException;

import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PasswordsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final Passwords passwords = new Passwords(new PasswordSettings(256, 1, 1, 2, 64, PATIENCE));

	@ParameterizedTest
	@ValueSource(strings = { "password", "PassWord123", "iloveyou", "aaaaaaaaaaaa", "correcthorsebatterystaple",
			"alice@example.org", "ALICE@example.org" })
	@Asvs("6.2.4")
	void commonPasswordIsRefused(String password) {
		refused(password, "password.common");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Alice2026!", "1alice@example.org", "alice-parley", "example-org-1", "xParley!!",
			"ADMIN-admin", "moderator-1", "my-forum", "liddell2026" })
	@Asvs("6.2.11")
	void namesDoNotCountTowardsTheLength(String password) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> PasswordRules.check("password", password, "alice@example.org", "alice", "Alice Liddell"))
			.satisfies((problem) -> assertThat(problem.errors().getFirst().code()).isEqualTo("password.common"));
	}

	@Test
	void longPasswordMayContainNames() {
		for (var password : new String[] { "alice fell down the hole", "parley with the pirates", "problems4ever" }) {
			assertThatNoException().isThrownBy(
					() -> PasswordRules.check("password", password, "alice@example.org", "alice", "", "e", "Rob"));
		}
	}

	@Test
	@Asvs({ "6.2.1", "6.2.9" })
	void lengthIsCountedInCharacters() {
		refused("e\u0301".repeat(7), "password.length");
		refused("e\u0301".repeat(8), "password.common");
		refused("🦉".repeat(4), "password.length");
		refused("ab🦉".repeat(43), "password.length");
		accepted("🦉🦊🦉🦊🦉🦊🦉🦊");
		accepted("ab".repeat(64));
	}

	@Test
	void loneSurrogateIsRefused() {
		refused("half a \ud83e character", "password.not-text");
		assertThat(this.passwords.matches("half a \ud83e character", null)).isFalse();
		assertThat(this.passwords.matches("half a \ud83e", this.passwords.hash("half an owl"))).isFalse();
	}

	@Test
	void passwordMatchesItsHashOnly() {
		var hash = this.passwords.hash("curiouser");
		assertThat(hash).startsWith("$argon2id$v=19$m=256,t=1,p=1$");
		assertThat(this.passwords.matches("curiouser", hash)).isTrue();
		assertThat(this.passwords.matches("Curiouser", hash)).isFalse();
		assertThat(this.passwords.matches("curiouser", null)).isFalse();
		assertThat(this.passwords.isOutdated(hash)).isFalse();
	}

	@Test
	void equivalentUnicodeFormsMatch() {
		assertThat(this.passwords.matches("cafe\u0301 noir", this.passwords.hash("caf\u00e9 noir"))).isTrue();
	}

	@Test
	void bcryptHashMatchesAndIsOutdated() {
		var hash = String.valueOf(new BCryptPasswordEncoder(4).encode("curiouser"));
		assertThat(this.passwords.matches("curiouser", hash)).isTrue();
		assertThat(this.passwords.matches("x".repeat(128), hash)).isFalse();
		assertThat(this.passwords.isOutdated(hash)).isTrue();
	}

	@Test
	void cheaperHashIsOutdated() {
		var cheaper = this.passwords.hash("curiouser");
		var dearer = new Passwords(new PasswordSettings(512, 2, 1, 2, 64, PATIENCE));
		assertThat(dearer.isOutdated(cheaper)).isTrue();
		dearer.destroy();
	}

	@ParameterizedTest
	@Asvs("6.2.5")
	@ValueSource(strings = { "onlylowercaseletters", "ONLYUPPERCASELETTERS", "20483759105", "        x       ",
			"пароль длинный", "🦉🦊🐘🐳🦉🦊🐘🐳", "'; DROP TABLE users; --", "<script>alert(1)</script>",
			"tab\there\tand there" })
	void passwordOfAnyCompositionIsAccepted(String password) {
		accepted(password);
		assertThat(this.passwords.matches(password, this.passwords.hash(password))).isTrue();
	}

	@Test
	@Asvs("6.2.8")
	void passwordIsComparedExactly() {
		var longest = "x" + "ab".repeat(63) + "c";
		var hash = this.passwords.hash(longest);
		assertThat(this.passwords.matches(longest, hash)).isTrue();
		for (var other : List.of(longest.substring(0, 127), longest.substring(0, 127) + "d", longest + " ",
				" " + longest, longest.toUpperCase(Locale.ROOT))) {
			assertThat(this.passwords.matches(other, hash)).as(other).isFalse();
		}
	}

	private void accepted(String password) {
		assertThatNoException().isThrownBy(() -> PasswordRules.check("password", password));
	}

	private void refused(String password, String code) {
		assertThatExceptionOfType(RefusalException.class)
			.isThrownBy(() -> PasswordRules.check("password", password, "alice@example.org"))
			.satisfies((problem) -> assertThat(problem.errors()).singleElement()
				.satisfies((error) -> assertThat(error.code()).isEqualTo(code)));
	}

}
