package org.parley.webhook.provider;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;

/** When something was signed, in seconds since 1970, and whether that is near enough. */
final class SignatureTimestamp {

	private SignatureTimestamp() {
	}

	/**
	 * Reads what was signed with the rest.
	 * @throws SignatureRefusedException when it is too far from now, or no time
	 */
	static Instant near(String seconds, Instant now, Duration tolerance) {
		try {
			var time = Instant.ofEpochSecond(Long.parseLong(seconds));
			if (Duration.between(time, now).abs().compareTo(tolerance) > 0) {
				throw new SignatureRefusedException(SignatureRefusal.STALE);
			}
			return time;
		}
		catch (NumberFormatException | DateTimeException | ArithmeticException ex) {
			throw new SignatureRefusedException(SignatureRefusal.STALE);
		}
	}

}
