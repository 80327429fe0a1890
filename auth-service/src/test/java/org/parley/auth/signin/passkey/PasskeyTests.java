package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.auth.signin.passkey.Passkey.Made;
import org.parley.auth.signin.passkey.Passkey.Used;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasskeyTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void aCountThatGrowsIsKept() {
		var passkey = aPasskey(7);
		passkey.use(new Used(8, true), NOW);
		assertThat(passkey.signCount()).isEqualTo(8);
		assertThat(passkey.isBackedUp()).isTrue();
		assertThat(passkey.lastUsedAt()).isEqualTo(NOW);
	}

	@Test
	void aCountThatGoesBackOrStandsMeansACopy() {
		var passkey = aPasskey(7);
		for (var count : List.of(7L, 6L, 0L)) {
			assertThatExceptionOfType(CopiedPasskeyException.class)
				.isThrownBy(() -> passkey.use(new Used(count, false), NOW));
		}
		assertThat(passkey.signCount()).isEqualTo(7);
		assertThat(passkey.lastUsedAt()).isNull();
	}

	@Test
	void aDeviceThatDoesNotCountIsBelieved() {
		var passkey = aPasskey(0);
		passkey.use(new Used(0, false), NOW);
		passkey.use(new Used(0, false), NOW);
		assertThat(passkey.lastUsedAt()).isEqualTo(NOW);
	}

	private static Passkey aPasskey(long count) {
		return Passkey.add("alice", " laptop ", new Made("id", "key", count, true, false, List.of()), NOW);
	}

}
