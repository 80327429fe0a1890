package org.parley.auth.signin.secondfactor;

import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.parley.auth.user.digest.Sha256;

/**
 * A code on paper, for who has lost their app: 120 random bits, so that a plain hash of
 * it is enough (NIST SP 800-63B-4, 3.1.2.2).
 *
 * @param text 24 letters and digits, as typed without gaps
 */
record RecoveryCode(String text) {

	private static final int COUNT = 10;

	private static final int BYTES = 15;

	/** A new set of codes. */
	static List<RecoveryCode> set(RandomGenerator random) {
		return Stream.generate(() -> next(random)).limit(COUNT).toList();
	}

	/** The code that somebody typed. */
	static RecoveryCode typed(String text) {
		return new RecoveryCode(text.replaceAll("[\\s-]", "").toLowerCase(Locale.ROOT));
	}

	/** The code in groups of six. */
	String shown() {
		return this.text.replaceAll(".{6}(?=.)", "$0-");
	}

	String hash() {
		return Sha256.hex(this.text);
	}

	/** Never the code. */
	@Override
	public String toString() {
		return "RecoveryCode[***]";
	}

	private static RecoveryCode next(RandomGenerator random) {
		var bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return typed(Base32.encode(bytes));
	}

}
