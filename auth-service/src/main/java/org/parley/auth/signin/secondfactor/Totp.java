package org.parley.auth.signin.secondfactor;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes and reads time-based codes as authenticator apps know them: HMAC-SHA-1, six
 * digits, a step of 30 seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
final class Totp {

	private static final int STEP_SECONDS = 30;

	private static final int MODULUS = 1_000_000;

	private final byte[] key;

	private Totp(byte[] key) {
		this.key = key;
	}

	/** A new secret: 160 random bits, as the hash is long. */
	static Totp next(RandomGenerator random) {
		var key = new byte[20];
		random.nextBytes(key);
		return new Totp(key);
	}

	/** The secret that was written so. */
	static Totp parse(String text) {
		return new Totp(Base64.getDecoder().decode(text));
	}

	/** How the secret is written for {@link #parse}. */
	String text() {
		return Base64.getEncoder().encodeToString(this.key);
	}

	/** How people type the secret into an app. */
	String base32() {
		return Base32.encode(this.key);
	}

	/** The step whose code this is: now, or one before or after, as clocks differ. */
	OptionalLong stepOf(String code, Instant now) {
		var current = step(now);
		return LongStream.rangeClosed(current - 1, current + 1).filter((step) -> isCode(code, step)).findFirst();
	}

	/** The code of a step (RFC 4226, 5.3). */
	String code(long step) {
		var hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		var offset = hash[hash.length - 1] & 0xf;
		var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
		return "%06d".formatted(number % MODULUS);
	}

	static long step(Instant now) {
		return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
	}

	private boolean isCode(String code, long step) {
		return MessageDigest.isEqual(code.getBytes(StandardCharsets.UTF_8),
				code(step).getBytes(StandardCharsets.UTF_8));
	}

	private byte[] hmac(byte[] message) {
		try {
			var mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(this.key, "RAW"));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every Java platform has HMAC-SHA-1", ex);
		}
	}

	/** Never the secret. */
	@Override
	public String toString() {
		return "Totp[***]";
	}

}
