package org.parley.platform.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;

import org.jspecify.annotations.Nullable;
import org.parley.platform.domain.HmacSha256;

/**
 * Computes keyed hashes of requests. Equal requests have equal hashes, and a stolen
 * database cannot be used to test guesses of their content.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
final class Fingerprints {

	private static final int KEY_LENGTH = 32;

	private final byte @Nullable [] key;

	private Fingerprints(byte @Nullable [] key) {
		this.key = key;
	}

	/**
	 * Creates the fingerprints of a service, with a derived key.
	 * @param secrets base64, separated by commas, of which only the first is used; empty
	 * for a service without {@link Idempotent} methods
	 */
	static Fingerprints of(String secrets, String service) {
		var secret = secrets.split(",", 2)[0].strip();
		return new Fingerprints(secret.isEmpty() ? null : derived(secret, service));
	}

	boolean hasKey() {
		return this.key != null;
	}

	/** The hexadecimal fingerprint of some content. */
	String of(byte[] content) {
		if (this.key == null) {
			throw new IllegalStateException("Idempotency keys require parley.idempotency.key");
		}
		return HexFormat.of().formatHex(HmacSha256.of(this.key, content));
	}

	private static byte[] derived(String secret, String service) {
		try {
			var parameters = HKDFParameterSpec.ofExtract()
				.addIKM(decoded(secret))
				.thenExpand(("parley idempotency " + service).getBytes(StandardCharsets.UTF_8), KEY_LENGTH);
			return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Java 25 has HKDF-SHA256", ex);
		}
	}

	private static byte[] decoded(String secret) {
		try {
			var bytes = Base64.getDecoder().decode(secret);
			if (bytes.length >= KEY_LENGTH) {
				return bytes;
			}
		}
		catch (IllegalArgumentException ex) {
			// The message must not contain the secret, as the message of this exception
			// might.
		}
		throw new IllegalArgumentException(
				"parley.idempotency.key must be at least 32 random bytes in base64: `openssl rand -base64 32`");
	}

}
