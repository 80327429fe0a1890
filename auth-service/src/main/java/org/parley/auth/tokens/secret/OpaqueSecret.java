package org.parley.auth.tokens.secret;

import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.ConstantTime;
import org.parley.platform.domain.RandomText;
import org.parley.platform.domain.Sha256;

/**
 * A secret in clear: 256 random bits after a prefix that secret scanners recognize. Only
 * its hash is stored.
 */
public record OpaqueSecret(String text) {

	public static OpaqueSecret generate(String prefix, RandomGenerator random) {
		return new OpaqueSecret(RandomText.withPrefix(prefix, random));
	}

	public String hash() {
		return Sha256.hex(this.text);
	}

	/** Compares in constant time; null matches no secret. */
	public boolean matches(@Nullable String hash) {
		return hash != null && ConstantTime.isEqual(hash(), hash);
	}

	/** Omits the secret. */
	@Override
	public String toString() {
		return "OpaqueSecret[***]";
	}

}
