package org.parley.auth.oauth.client;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.parley.auth.user.digest.Sha256;

import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Compares secrets of apps, of which two may count at once, in constant time. They are
 * 256 random bits: nothing that slows a guess is needed, and token requests are many.
 */
public final class AppSecretEncoder implements PasswordEncoder {

	private static final String MARK = "{sha256}";

	/** How {@link #matches} wants the hashes of all that count. */
	static String encoded(Collection<String> hashes) {
		return hashes.stream().collect(Collectors.joining(",", MARK, ""));
	}

	@Override
	public String encode(@Nullable CharSequence secret) {
		return MARK + Sha256.hex(String.valueOf(secret));
	}

	@Override
	public boolean matches(@Nullable CharSequence secret, @Nullable String encoded) {
		if (secret == null || encoded == null || !encoded.startsWith(MARK)) {
			return false;
		}
		var hash = Sha256.hex(secret.toString()).getBytes(StandardCharsets.US_ASCII);
		var same = false;
		for (var one : encoded.substring(MARK.length()).split(",", -1)) {
			same |= MessageDigest.isEqual(hash, one.getBytes(StandardCharsets.US_ASCII));
		}
		return same;
	}

}
