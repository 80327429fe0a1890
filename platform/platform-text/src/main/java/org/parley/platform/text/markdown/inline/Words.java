package org.parley.platform.text.markdown.inline;

/** Where words begin and end, in scripts with and without spaces. */
final class Words {

	private Words() {
	}

	/**
	 * Whether a character continues a word that is written in Latin letters, digits and
	 * underscores, as usernames, emoji names and addresses are.
	 */
	static boolean isWordCharacter(int c) {
		return c == '_' || Character.isDigit(c)
				|| (Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN);
	}

	/** Returns the character before an index, accents skipped; 0 at the start. */
	static int before(CharSequence text, int index) {
		var at = index;
		while (at > 0) {
			var c = Character.codePointBefore(text, at);
			if (!isMark(c)) {
				return c;
			}
			at -= Character.charCount(c);
		}
		return 0;
	}

	/** Returns the character at an index; 0 at the end. */
	static int at(CharSequence text, int index) {
		return (index < text.length()) ? Character.codePointAt(text, index) : 0;
	}

	static boolean isMark(int c) {
		return switch (Character.getType(c)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

}
