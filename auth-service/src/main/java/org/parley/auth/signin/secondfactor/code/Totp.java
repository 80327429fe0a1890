package org.parley.auth.signin.secondfactor.code;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.util.encoders.Base32;
import org.parley.platform.domain.ConstantTime;

/**
 * A secret for time-based codes: HMAC-SHA-1, six digits, steps of 30 seconds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>
 */
public final class Totp {

	private static final int STEP_SECONDS = 30;

	private static final int MODULUS = 1_000_000;

	private final byte[] key;

	private Totp(byte[] key) {
		this.key = key;
	}

	/** Generates a secret of 160 random bits, the length of the hash. */
	public static Totp generate(RandomGenerator random) {
		var key = new byte[20];
		random.nextBytes(key);
		return new Totp(key);
	}

	/** Reads what {@link #text} has written. */
	public static Totp parse(String text) {
		return new Totp(Base64.getDecoder().decode(text));
	}

	/** The secret for {@link #parse}. */
	public String text() {
		return Base64.getEncoder().encodeToString(this.key);
	}

	/** The secret for an app. */
	public String base32() {
		return Base32.toBase32String(this.key);
	}

	/** The step of a code: the current one, or one before or after, as clocks differ. */
	public OptionalLong stepOf(String code, Instant now) {
		var current = step(now);
		return LongStream.rangeClosed(current - 1, current + 1).filter((step) -> isCode(code, step)).findFirst();
	}

	/** The code of a step (RFC 4226, 5.3). */
	public String code(long step) {
		var hash = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
		var offset = hash[hash.length - 1] & 0xf;
		var number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
		return "%06d".formatted(number % MODULUS);
	}

	public static long step(Instant now) {
		return Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
	}

	private boolean isCode(String code, long step) {
		return ConstantTime.isEqual(code, code(step));
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

	/** Omits the secret. */
	@Override
	public String toString() {
		return "Totp[***]";
	}

}
