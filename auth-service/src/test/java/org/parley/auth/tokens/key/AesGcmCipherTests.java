package org.parley.auth.tokens.key;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class AesGcmCipherTests {

	private static final byte[] SECRET = "this is a secret only for tests!".getBytes(StandardCharsets.UTF_8);

	private final SecureRandom random = new SecureRandom();

	private final AesGcmCipher aesGcmCipher = new AesGcmCipher(SECRET, "signing-keys", this.random);

	@Test
	void ciphertextDecryptsUnderItsName() {
		var sealed = this.aesGcmCipher.seal("private", "kid");
		assertThat(this.aesGcmCipher.open(sealed, "kid")).isEqualTo("private");
		assertThat(this.aesGcmCipher.seal("private", "kid")).isNotEqualTo(sealed);
	}

	@Test
	void otherNamePurposeOrSecretFails() {
		var sealed = this.aesGcmCipher.seal("private", "kid");
		assertThatIllegalStateException().isThrownBy(() -> this.aesGcmCipher.open(sealed, "other"));
		var otherPurpose = new AesGcmCipher(SECRET, "seeds", this.random);
		assertThatIllegalStateException().isThrownBy(() -> otherPurpose.open(sealed, "kid"));
		var otherSecret = new AesGcmCipher(new byte[32], "signing-keys", this.random);
		assertThatIllegalStateException().isThrownBy(() -> otherSecret.open(sealed, "kid"));
	}

	@Test
	void changedCiphertextIsRefused() {
		var sealed = Base64.getDecoder().decode(this.aesGcmCipher.seal("private", "kid"));
		sealed[sealed.length - 1] ^= 1;
		assertThatIllegalStateException()
			.isThrownBy(() -> this.aesGcmCipher.open(Base64.getEncoder().encodeToString(sealed), "kid"));
	}

	@Test
	void otherSpellingOfCiphertextIsRefused() {
		var sealed = this.aesGcmCipher.seal("A", "kid");
		assertThat(sealed).endsWith("=");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.aesGcmCipher.open(sealed.replaceFirst("=+$", ""), "kid"));
		var last = sealed.indexOf('=') - 1;
		var other = sealed.substring(0, last) + (char) (sealed.charAt(last) + 1) + sealed.substring(last + 1);
		assertThat(Base64.getDecoder().decode(other)).isEqualTo(Base64.getDecoder().decode(sealed));
		assertThatIllegalStateException().isThrownBy(() -> this.aesGcmCipher.open(other, "kid"));
	}

	@Test
	void missingOrShortSecretIsRefused() {
		for (var secret : new String[] { "", "c2hvcnQ=", "not base64!" }) {
			assertThatIllegalArgumentException().isThrownBy(() -> new SecretSettings(secret))
				.withMessageContaining("parley.secret (PARLEY_SECRET)");
		}
		assertThat(new SecretSettings(Base64.getEncoder().encodeToString(SECRET)))
			.hasToString("SecretSettings[secret=***]");
	}

}
