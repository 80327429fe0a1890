package org.parley.auth.account.personaltoken;

import java.util.random.RandomGenerator;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;
import org.parley.platform.security.token.PersonalTokenFormat;

/**
 * A personal access token in plain text. Only its hash is stored.
 *
 * @param text in the {@link PersonalTokenFormat}
 */
record PersonalTokenSecret(String text) {

	static PersonalTokenSecret next(RandomGenerator random) {
		return new PersonalTokenSecret(RandomText.withPrefix(PersonalTokenFormat.PREFIX, random));
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
