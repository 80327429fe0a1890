package org.parley.auth.signin.passkey;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.parley.auth.signin.passkey.Passkey.CopiedPasskeyException;
import org.parley.auth.signin.passkey.webauthn.CredentialUse;
import org.parley.auth.signin.passkey.webauthn.NewCredential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PasskeyTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	@Test
	void growingSignCountIsStored() {
		var passkey = aPasskey(7);
		passkey.use(new CredentialUse(8, true), NOW);
		assertThat(passkey.credential().signCount()).isEqualTo(8);
		assertThat(passkey.isBackedUp()).isTrue();
		assertThat(passkey.lastUsedAt()).isEqualTo(NOW);
	}

	@Test
	void signCountThatDoesNotGrowIsRefused() {
		var passkey = aPasskey(7);
		for (var count : List.of(7L, 6L, 0L)) {
			assertThatExceptionOfType(CopiedPasskeyException.class)
				.isThrownBy(() -> passkey.use(new CredentialUse(count, false), NOW));
		}
		assertThat(passkey.credential().signCount()).isEqualTo(7);
		assertThat(passkey.lastUsedAt()).isNull();
	}

	@Test
	void signCountOfZeroIsAccepted() {
		var passkey = aPasskey(0);
		passkey.use(new CredentialUse(0, false), NOW);
		passkey.use(new CredentialUse(0, false), NOW);
		assertThat(passkey.lastUsedAt()).isEqualTo(NOW);
	}

	private static Passkey aPasskey(long count) {
		return Passkey.add("alice", " laptop ", new NewCredential("id", "key", count, true, false, List.of()), NOW);
	}

}
