package org.parley.webhook.signature;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * HMAC with SHA-256.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104</a>
 */
public final class HmacSigner {

	private static final String ALGORITHM = "HmacSHA256";

	private HmacSigner() {
	}

	/** The HMAC of the concatenated parts. */
	public static byte[] of(byte[] key, byte[]... parts) {
		try {
			var mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			for (var part : parts) {
				mac.update(part);
			}
			return mac.doFinal();
		}
		catch (NoSuchAlgorithmException | InvalidKeyException ex) {
			throw new IllegalStateException("The Java platform lacks " + ALGORITHM, ex);
		}
	}

}
