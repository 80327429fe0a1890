package org.parley.auth.oauth.initial;

import java.util.random.RandomGenerator;

import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * An initial access token as its holder has it. Only its hash is kept.
 *
 * @param text for the {@code Authorization} header
 */
record InitialSecret(String text) {

	private static final String PREFIX = "parley_init_";

	static InitialSecret next(RandomGenerator random) {
		return new InitialSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Never the token. */
	@Override
	public String toString() {
		return "InitialSecret[***]";
	}

}
