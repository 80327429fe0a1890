package org.parley.auth.tokens.refresh;

import java.nio.charset.StandardCharsets;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.auth.tokens.key.AesGcmCipher;
import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * A refresh token as its holder has it: 256 random bits. Only its hash is kept. What it
 * seals nobody opens who does not hold it.
 *
 * @param text base64url, 43 characters
 */
record RefreshSecret(String text) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

	static RefreshSecret next(RandomGenerator random) {
		return new RefreshSecret(RandomText.next(random));
	}

	boolean isFormed() {
		return FORM.matcher(this.text).matches();
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	String seal(RefreshSecret successor, RandomGenerator random) {
		return sealing(random).seal(successor.text(), hash());
	}

	RefreshSecret open(String sealed, RandomGenerator random) {
		return new RefreshSecret(sealing(random).open(sealed, hash()));
	}

	/** Never the token. */
	@Override
	public String toString() {
		return "RefreshSecret[***]";
	}

	private AesGcmCipher sealing(RandomGenerator random) {
		return new AesGcmCipher(this.text.getBytes(StandardCharsets.UTF_8), "successor", random);
	}

}
