package org.parley.auth.oauth.client;

import java.util.random.RandomGenerator;

import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * An app's secret: 256 random bits after a prefix that secret scanners recognize. Only
 * its hash is stored.
 *
 * @param text the prefix and 43 characters of base64url
 */
public record AppSecret(String text) {

	private static final String PREFIX = "parley_app_";

	static AppSecret generate(RandomGenerator random) {
		return new AppSecret(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the secret. */
	@Override
	public String toString() {
		return "AppSecret[***]";
	}

}
