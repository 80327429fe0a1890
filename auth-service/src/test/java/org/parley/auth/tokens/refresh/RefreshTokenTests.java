package org.parley.auth.tokens.refresh;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;
import org.parley.auth.tokens.refresh.RefreshToken.Presented;
import org.parley.auth.user.client.ClientDevice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RefreshTokenTests {

	private static final RandomGenerator RANDOM = new SecureRandom();

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Instant END = NOW.plus(Duration.ofDays(30));

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final ClientDevice HOME = new ClientDevice("203.0.113.7", "Firefox");

	private final RefreshSecret secret = RefreshSecret.next(RANDOM);

	private final RefreshSecret successor = RefreshSecret.next(RANDOM);

	@Test
	void freshTokenIsAcceptedFromAnyClient() {
		assertThat(aFreshToken().classify(HOME, NOW, GRACE)).isEqualTo(Presented.FIRST);
		assertThat(aFreshToken().classify(new ClientDevice("198.51.100.2", ""), NOW, GRACE)).isEqualTo(Presented.FIRST);
	}

	@Test
	void freshTokenExpires() {
		assertThat(aFreshToken().classify(HOME, END, GRACE)).isEqualTo(Presented.EXPIRED);
	}

	@Test
	void sameClientMayRepeatWithinGrace() {
		assertThat(aUsedToken().classify(HOME, NOW.plus(GRACE), GRACE)).isEqualTo(Presented.REPEATED);
	}

	@Test
	void useAfterGraceIsReuse() {
		assertThat(aUsedToken().classify(HOME, NOW.plus(GRACE).plusMillis(1), GRACE)).isEqualTo(Presented.REUSED);
	}

	@Test
	void useByOtherClientIsReuse() {
		assertThat(aUsedToken().classify(new ClientDevice("198.51.100.2", "Firefox"), NOW, GRACE))
			.isEqualTo(Presented.REUSED);
		assertThat(aUsedToken().classify(new ClientDevice("203.0.113.7", "curl"), NOW, GRACE))
			.isEqualTo(Presented.REUSED);
	}

	@Test
	void secondUseThrows() {
		var used = aUsedToken();
		assertThatIllegalStateException().isThrownBy(() -> used.use(HOME, NOW, "another"));
	}

	@Test
	void onlyHolderDecryptsSuccessor() {
		var sealed = aUsedToken().successor();
		assertThat(sealed).doesNotContain(this.successor.text());
		assertThat(this.secret.open(sealed, RANDOM)).isEqualTo(this.successor);
		assertThatIllegalStateException().isThrownBy(() -> this.successor.open(sealed, RANDOM));
	}

	@Test
	void secretIsWellFormedAndNotPrinted() {
		assertThat(this.secret.isWellFormed()).isTrue();
		assertThat(new RefreshSecret(this.secret.text() + "A").isWellFormed()).isFalse();
		assertThat(this.secret).hasToString("RefreshSecret[***]");
		assertThat(this.secret.hash()).hasSize(64).isNotEqualTo(this.successor.hash());
	}

	private RefreshToken aFreshToken() {
		return RefreshToken.of(this.secret, "session", END);
	}

	private RefreshToken aUsedToken() {
		var token = aFreshToken();
		token.use(HOME, NOW, this.secret.seal(this.successor, RANDOM));
		return token;
	}

}
