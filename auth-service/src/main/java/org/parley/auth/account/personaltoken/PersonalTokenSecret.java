package org.parley.auth.account.personaltoken;

import java.util.random.RandomGenerator;

import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * A personal access token as its holder has it: 256 random bits behind a beginning by
 * which gateways, and those who search for leaked secrets, know it. Only its hash is
 * kept.
 *
 * @param text the beginning and 43 characters of base64url
 */
record PersonalTokenSecret(String text) {

	private static final String PREFIX = "parley_pat_";

	static PersonalTokenSecret next(RandomGenerator random) {
		return new PersonalTokenSecret(RandomText.after(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Never the token. */
	@Override
	public String toString() {
		return "PersonalTokenSecret[***]";
	}

}
