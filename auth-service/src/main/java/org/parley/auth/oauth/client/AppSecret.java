package org.parley.auth.oauth.client;

import java.util.random.RandomGenerator;

import org.parley.auth.user.digest.RandomText;
import org.parley.auth.user.digest.Sha256;

/**
 * An app's secret as its owner has it: 256 random bits behind a beginning by which those
 * who search for leaked secrets know it. Only its hash is kept.
 *
 * @param text the beginning and 43 characters of base64url
 */
public record AppSecret(String text) {

	private static final String PREFIX = "parley_app_";

	static AppSecret next(RandomGenerator random) {
		return new AppSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Never the secret. */
	@Override
	public String toString() {
		return "AppSecret[***]";
	}

}
