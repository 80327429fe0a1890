package org.parley.auth.signin.secondfactor;

/**
 * Bytes as letters and digits that are hard to mistake.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, 6</a>
 */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BITS = 5;

	private Base32() {
	}

	/** The bytes without padding; a multiple of five bits needs none. */
	static String encode(byte[] bytes) {
		var text = new StringBuilder();
		var buffer = 0;
		var held = 0;
		for (var each : bytes) {
			buffer = (buffer << Byte.SIZE) | (each & 0xff);
			held += Byte.SIZE;
			while (held >= BITS) {
				held -= BITS;
				text.append(ALPHABET.charAt((buffer >> held) & 0x1f));
			}
		}
		return text.toString();
	}

}
