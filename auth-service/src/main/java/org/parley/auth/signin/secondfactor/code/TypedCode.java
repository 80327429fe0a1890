package org.parley.auth.signin.secondfactor.code;

import java.text.Normalizer;

/** Codes as people type and paste them. */
public final class TypedCode {

	private TypedCode() {
	}

	/**
	 * Returns the letters and digits of a code, in lower case: without the signs and
	 * spaces between its groups, and with the digits of ASCII for those of other scripts.
	 */
	public static String plain(String typed) {
		var plain = new StringBuilder();
		Normalizer.normalize(typed, Normalizer.Form.NFKC)
			.codePoints()
			.filter(Character::isLetterOrDigit)
			.map((character) -> Character.isDigit(character) ? '0' + Character.digit(character, 10)
					: Character.toLowerCase(character))
			.forEach(plain::appendCodePoint);
		return plain.toString();
	}

}
