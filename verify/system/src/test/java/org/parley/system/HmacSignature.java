package org.parley.system;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA256 signatures of webhooks. */
final class HmacSignature {

	private static final String SHA256 = "HmacSHA256";

	private HmacSignature() {
	}

	static byte[] of(byte[] key, String text) {
		try {
			var mac = Mac.getInstance(SHA256);
			mac.init(new SecretKeySpec(key, SHA256));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
