package org.parley.auth.personal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * A personal access token as its holder has it: 256 random bits behind a beginning by
 * which gateways, and those who search for leaked secrets, know it. Only its hash is
 * kept.
 *
 * @param text the beginning and 43 characters of base64url
 */
record PersonalSecret(String text) {

	private static final String PREFIX = "parley_pat_";

	static PersonalSecret next(RandomGenerator random) {
		var bits = new byte[32];
		random.nextBytes(bits);
		return new PersonalSecret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
	}

	String hash() {
		try {
			var bytes = this.text.getBytes(StandardCharsets.UTF_8);
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

	/** Never the token. */
	@Override
	public String toString() {
		return "PersonalSecret[***]";
	}

}
