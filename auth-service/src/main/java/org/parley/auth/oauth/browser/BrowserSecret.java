package org.parley.auth.oauth.browser;

import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * What a browser holds in a cookie: 256 random bits. Only its hash is kept.
 *
 * @param text base64url, 43 characters
 */
record BrowserSecret(String text) {

	private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

	static BrowserSecret next(RandomGenerator random) {
		return new BrowserSecret(RandomText.next(random));
	}

	/** What a cookie holds, if it may be one of ours. */
	static Optional<BrowserSecret> of(String text) {
		return FORM.matcher(text).matches() ? Optional.of(new BrowserSecret(text)) : Optional.empty();
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Never the secret. */
	@Override
	public String toString() {
		return "BrowserSecret[***]";
	}

}
