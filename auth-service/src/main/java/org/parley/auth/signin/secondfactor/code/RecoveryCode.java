package org.parley.auth.signin.secondfactor.code;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

import org.bouncycastle.util.encoders.Base32;
import org.parley.platform.domain.Sha256;

/**
 * A recovery code, which replaces a code of a lost app once. It has 120 random bits, so a
 * plain hash is enough (NIST SP 800-63B-4, 3.1.2.2).
 *
 * @param text 24 letters and digits without separators
 */
public record RecoveryCode(String text) {

	private static final int COUNT = 10;

	private static final int BYTES = 15;

	public static List<RecoveryCode> generateSet(RandomGenerator random) {
		return Stream.generate(() -> generate(random)).limit(COUNT).toList();
	}

	/** Reads a typed code. */
	public static RecoveryCode parse(String text) {
		return new RecoveryCode(TypedCode.plain(text));
	}

	/** The code in groups of six. */
	public String formatted() {
		return this.text.replaceAll(".{6}(?=.)", "$0-");
	}

	public String hash() {
		return Sha256.hex(this.text);
	}

	/** Omits the code. */
	@Override
	public String toString() {
		return "RecoveryCode[***]";
	}

	private static RecoveryCode generate(RandomGenerator random) {
		var bytes = new byte[BYTES];
		random.nextBytes(bytes);
		return parse(Base32.toBase32String(bytes));
	}

}
