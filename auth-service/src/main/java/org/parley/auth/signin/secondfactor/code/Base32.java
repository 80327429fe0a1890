package org.parley.auth.signin.secondfactor.code;

/**
 * Encodes bytes in base32.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4648#section-6">RFC 4648, 6</a>
 */
final class Base32 {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final int BITS = 5;

	private Base32() {
	}

	/** Encodes without padding; the length must be a multiple of five bits. */
	static String encode(byte[] bytes) {
		var text = new StringBuilder();
		var buffer = 0;
		var bits = 0;
		for (var each : bytes) {
			buffer = (buffer << Byte.SIZE) | (each & 0xff);
			bits += Byte.SIZE;
			while (bits >= BITS) {
				bits -= BITS;
				text.append(ALPHABET.charAt((buffer >> bits) & 0x1f));
			}
		}
		return text.toString();
	}

}
