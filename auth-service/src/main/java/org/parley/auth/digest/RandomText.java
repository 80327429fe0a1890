package org.parley.auth.digest;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Secrets that are made and not chosen: 256 random bits behind a beginning by which those
 * who search for leaked secrets know them.
 */
public final class RandomText {

	private RandomText() {
	}

	/** The beginning and 43 characters of base64url. */
	public static String after(String prefix, RandomGenerator random) {
		var bits = new byte[32];
		random.nextBytes(bits);
		return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

}
