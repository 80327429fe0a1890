package org.parley.auth.signin.setup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/** The one-time token of a new installation. Only its hash is stored. */
record SetupToken(String text) {

	private static final String PREFIX = "parley_setup_";

	static SetupToken generate(RandomGenerator random) {
		return new SetupToken(RandomText.withPrefix(PREFIX, random));
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Compares in constant time; null matches no token. */
	boolean matches(@Nullable String hash) {
		return hash != null && MessageDigest.isEqual(hash().getBytes(StandardCharsets.US_ASCII),
				hash.getBytes(StandardCharsets.US_ASCII));
	}

	/** Omits the token. */
	@Override
	public String toString() {
		return "SetupToken[***]";
	}

}
