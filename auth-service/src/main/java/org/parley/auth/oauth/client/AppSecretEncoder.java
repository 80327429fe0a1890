package org.parley.auth.oauth.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.Sha256;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets of apps in constant time; two may be valid at once. They have 256
 * random bits, so a fast hash is enough.
 */
public final class AppSecretEncoder implements PasswordEncoder {

	private static final String PREFIX = "{sha256}";

	/** Encodes the hashes of all valid secrets for {@link #matches}. */
	static String encodeHashes(Collection<String> hashes) {
		return hashes.stream().collect(Collectors.joining(",", PREFIX, ""));
	}

	@Override
	public String encode(@Nullable CharSequence secret) {
		return PREFIX + Sha256.hex(String.valueOf(secret));
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
		if (secret == null || encoded == null || !encoded.startsWith(PREFIX)) {
			return false;
		}
		var hash = Sha256.hex(secret.toString()).getBytes(StandardCharsets.US_ASCII);
		var same = false;
		for (var candidate : encoded.substring(PREFIX.length()).split(",", -1)) {
			same |= MessageDigest.isEqual(hash, candidate.getBytes(StandardCharsets.US_ASCII));
		}
		return same;
	}

}
