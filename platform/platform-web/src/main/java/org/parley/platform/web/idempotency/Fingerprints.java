package org.parley.platform.web.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;

import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

import org.jspecify.annotations.Nullable;

/**
 * Keyed hashes of requests: equal requests are recognized, and a copy of the database is
 * of no use to test guesses of what a request said.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc5869">RFC 5869, HKDF</a>
 */
final class Fingerprints {

	private static final int KEY_LENGTH = 32;

	private static final String ALGORITHM = "HmacSHA256";

	private final @Nullable SecretKey key;

	private Fingerprints(@Nullable SecretKey key) {
		this.key = key;
	}

	/**
	 * Fingerprints of a service, with a key of their own.
	 * @param secrets base64, several with a comma between, the first of which counts;
	 * empty for a service without {@link Idempotent} methods
	 */
	static Fingerprints of(String secrets, String service) {
		var secret = secrets.split(",", 2)[0].strip();
		return new Fingerprints(secret.isEmpty() ? null : derived(secret, service));
	}

	boolean hasKey() {
		return this.key != null;
	}

	/** The fingerprint of some content, in hexadecimal. */
	String of(byte[] content) {
		if (this.key == null) {
			throw new IllegalStateException("Idempotency keys need parley.idempotency.key");
		}
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(this.key);
			return HexFormat.of().formatHex(mac.doFinal(content));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has " + ALGORITHM, ex);
		}
	}

	private static SecretKey derived(String secret, String service) {
		try {
			var parameters = HKDFParameterSpec.ofExtract()
				.addIKM(decoded(secret))
				.thenExpand(("parley idempotency " + service).getBytes(StandardCharsets.UTF_8), KEY_LENGTH);
			return KDF.getInstance("HKDF-SHA256").deriveKey(ALGORITHM, parameters);
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
			// The message below must not repeat the secret, as this exception might.
		}
		throw new IllegalArgumentException(
				"parley.idempotency.key must be at least 32 random bytes in base64: `openssl rand -base64 32`");
	}

}
