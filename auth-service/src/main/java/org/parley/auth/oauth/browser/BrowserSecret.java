package org.parley.auth.oauth.browser;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * A secret in a browser's cookie: 256 random bits, of which only the hash is stored.
 *
 * @param text base64url, 43 characters
 */
record BrowserSecret(String text) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

	static BrowserSecret generate(RandomGenerator random) {
		return new BrowserSecret(RandomText.next(random));
	}

	/** Reads the value of a cookie; empty when it is malformed. */
	static Optional<BrowserSecret> parse(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new BrowserSecret(text)) : Optional.empty();
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the secret. */
	@Override
	public String toString() {
		return "BrowserSecret[***]";
	}

}
