package org.parley.webhook.provider.verification;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** The signed time of a request. */
public final class SignatureTimestamp {

	private SignatureTimestamp() {
	}

	/**
	 * Parses a signed time in seconds since 1970.
	 * @throws SignatureRefusedException if it is malformed or too far from now
	 */
	public static Instant parse(String seconds, Instant now, Duration tolerance) {
		try {
			return check(Instant.ofEpochSecond(Long.parseLong(seconds)), now, tolerance);
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			throw new SignatureRefusedException(SignatureRefusal.STALE);
		}
	}

	/**
	 * Returns a signed time.
	 * @throws SignatureRefusedException if it is too far from now
	 */
	public static Instant check(Instant time, Instant now, Duration tolerance) {
		if (Duration.between(time, now).abs().compareTo(tolerance) > 0) {
			throw new SignatureRefusedException(SignatureRefusal.STALE);
		}
		return time;
	}

}
