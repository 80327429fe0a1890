package org.parley.auth.user.digest;

import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * Secrets that are made and not chosen: 256 random bits, as 43 characters of base64url.
 */
public final class RandomText {

	private RandomText() {
	}

	/**
	 * A secret behind a beginning by which those who search for leaked ones know it.
	 */
	public static String after(String prefix, RandomGenerator random) {
		return prefix + next(random);
	}

	/** A secret alone. */
	public static String next(RandomGenerator random) {
		var bits = new byte[32];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

}
