package org.parley.platform.domain;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Generates secrets: 256 random bits as 43 characters of base64url. */
public final class RandomText {

	private RandomText() {
	}

	/** Generates a secret with a prefix by which secret scanners recognise it. */
	public static String withPrefix(String prefix, RandomGenerator random) {
		return prefix + next(random);
	}

	/** Generates a secret without a prefix. */
	public static String next(RandomGenerator random) {
		var bits = new byte[32];
		random.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

}
