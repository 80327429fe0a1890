package org.parley.webhook.signature;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

import org.parley.platform.domain.HmacSha256;

/**
 * A Standard Webhooks secret: {@code whsec_} and 24 to 64 bytes in base64.
 *
 * @param text the encoded secret
 * @see <a href=
 * "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">
 * Standard Webhooks 1.0</a>
 */
public record StandardSecret(String text) {

	private static final String PREFIX = "whsec_";

	private static final int LENGTH = 32;

	private static final int MIN_LENGTH = 24;

	private static final int MAX_LENGTH = 64;

	public StandardSecret {
		var length = decoded(text).length;
		if (length < MIN_LENGTH || length > MAX_LENGTH) {
			throw new IllegalArgumentException("A secret must be whsec_ and 24 to 64 bytes in base64");
		}
	}

	public static StandardSecret random() {
		return random(new SecureRandom());
	}

	static StandardSecret random(RandomGenerator random) {
		var bytes = new byte[LENGTH];
		random.nextBytes(bytes);
		return new StandardSecret(PREFIX + Base64.getEncoder().encodeToString(bytes));
	}

	/** The signature of a message for {@code webhook-signature}. */
	public String sign(String id, long timestamp, byte[] body) {
		return "v1," + Base64.getEncoder().encodeToString(code(id, String.valueOf(timestamp), body));
	}

	/** The HMAC in the signature. */
	public byte[] code(String id, String timestamp, byte[] body) {
		return HmacSha256.of(decoded(this.text), (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8), body);
	}

	@Override
	public String toString() {
		return "StandardSecret[***]";
	}

	private static byte[] decoded(String text) {
		return Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text);
	}

}
