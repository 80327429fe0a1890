package org.parley.auth.account.personaltoken;

import java.util.random.RandomGenerator;

import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * A personal access token in plain text: 256 random bits with a prefix by which the
 * gateway and secret scanners recognise it. Only its hash is stored.
 *
 * @param text the prefix and 43 characters of base64url
 */
record PersonalTokenSecret(String text) {

	private static final String PREFIX = "parley_pat_";

	static PersonalTokenSecret next(RandomGenerator random) {
		return new PersonalTokenSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the token. */
	@Override
	public String toString() {
		return "PersonalTokenSecret[***]";
	}

}
