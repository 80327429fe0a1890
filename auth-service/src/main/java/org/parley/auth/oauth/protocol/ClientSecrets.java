package org.parley.auth.oauth.protocol;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.jspecify.annotations.Nullable;
import org.parley.auth.digest.Sha256;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Secrets of apps: 256 random bits, for which one SHA-256 is enough. While one follows
 * another both count: {@code {sha256}<hash>,<hash>}.
 */
final class ClientSecrets implements PasswordEncoder {

	private static final String MARK = "{sha256}";

	@Override
	public String encode(@Nullable CharSequence secret) {
		return MARK + Sha256.hex(String.valueOf(secret));
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String hashes) {
		if (secret == null || hashes == null || !hashes.startsWith(MARK)) {
			return false;
		}
		var given = Sha256.hex(secret.toString()).getBytes(StandardCharsets.US_ASCII);
		var matches = false;
		for (var hash : hashes.substring(MARK.length()).split(",", -1)) {
			matches |= MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
		}
		return matches;
	}

}
