package org.parley.auth.tokens.refresh;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * A refresh token in plain text: 256 random bits. Only its hash is stored. It also
 * encrypts its successor, so that only its holder can decrypt that.
 *
 * @param text 43 characters of base64url
 */
record RefreshSecret(String text) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

	static RefreshSecret next(RandomGenerator random) {
		return new RefreshSecret(RandomText.next(random));
	}

	boolean isWellFormed() {
		return FORM.matcher(this.text).matches();
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	String seal(RefreshSecret successor, RandomGenerator random) {
		return cipher(random).seal(successor.text(), hash());
	}

	RefreshSecret open(String sealed, RandomGenerator random) {
		return new RefreshSecret(cipher(random).open(sealed, hash()));
	}

	/** Omits the token. */
	@Override
	public String toString() {
		return "RefreshSecret[***]";
	}

	private AesGcmCipher cipher(RandomGenerator random) {
		return new AesGcmCipher(this.text.getBytes(StandardCharsets.UTF_8), "successor", random);
	}

}
