package org.parley.e2e;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A TOTP authenticator app (RFC 6238).
 *
 * @param secret the secret of 160 bits in base32
 */
record AuthenticatorApp(String secret) {

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	String code(Instant at) {
		try {
			var mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key(), "HmacSHA1"));
			var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(at.getEpochSecond() / 30).array());
			var offset = hash[hash.length - 1] & 0xf;
			return "%06d".formatted((ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % 1_000_000);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] key() {
		var digits = this.secret.chars()
			.mapToObj((letter) -> String.valueOf(Character.forDigit(BASE32.indexOf(letter), BASE32.length())))
			.collect(Collectors.joining());
		return HexFormat.of().parseHex("%040x".formatted(new BigInteger(digits, BASE32.length())));
	}

}
