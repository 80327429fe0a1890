package org.parley.auth.oauth.initial;

import java.util.random.RandomGenerator;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/** The secret of an initial access token. Only its hash is stored. */
record InitialSecret(String text) {

	private static final String PREFIX = "parley_init_";

	static InitialSecret generate(RandomGenerator random) {
		return new InitialSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the token. */
	@Override
	public String toString() {
		return "InitialSecret[***]";
	}

}
