package org.parley.auth;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An app on somebody's phone, after RFC 6238 and not after our code.
 *
 * @param secret as it was shown, in base32
 */
public record Authenticator(String secret) {

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	public String code(Instant now) {
		try {
			var mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key(), "HmacSHA1"));
			var hash = mac.doFinal(ByteBuffer.allocate(8).putLong(now.getEpochSecond() / 30).array());
			int bits = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
			return "%06d".formatted(bits % 1_000_000);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] key() {
		var bytes = ByteBuffer.allocate(this.secret.length() * 5 / 8);
		int buffer = 0;
		int held = 0;
		for (char letter : this.secret.toCharArray()) {
			buffer = (buffer << 5 | BASE32.indexOf(letter)) & 0xfff;
			held += 5;
			if (held >= 8) {
				held -= 8;
				bytes.put((byte) (buffer >> held));
			}
		}
		return bytes.array();
	}

}
