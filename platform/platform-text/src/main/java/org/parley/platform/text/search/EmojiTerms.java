package org.parley.platform.text.search;

/**
 * Emoji as terms. The colour of a skin and the style of the picture make no other term;
 * the two letters of a flag are one.
 */
final class EmojiTerms {

	private static final int FIRST_FLAG_LETTER = 0x1F1E6;

	private static final int LAST_FLAG_LETTER = 0x1F1FF;

	/** Signs of words that some fonts show as pictures. */
	private static final String SIGNS = "\u00A9\u00AE\u2122\u2139\u266F";

	private EmojiTerms() {
	}

	static boolean isEmoji(int character) {
		return character > 0xFF && (isFlagLetter(character) || Character.isEmojiModifier(character)
				|| (Character.isExtendedPictographic(character) && SIGNS.indexOf(character) < 0));
	}

	/**
	 * Appends the term of the emoji at a place, as a number that tokenizers keep.
	 * @return the end of the emoji
	 */
	static int append(StringBuilder terms, String text, int at) {
		var character = text.codePointAt(at);
		var next = at + Character.charCount(character);
		if (Character.isEmojiModifier(character)) {
			return next;
		}
		terms.append(" __").append(character);
		if (isFlagLetter(character) && next < text.length() && isFlagLetter(text.codePointAt(next))) {
			terms.append('_').append(text.codePointAt(next));
			next = text.offsetByCodePoints(next, 1);
		}
		terms.append("__ ");
		return next;
	}

	private static boolean isFlagLetter(int character) {
		return character >= FIRST_FLAG_LETTER && character <= LAST_FLAG_LETTER;
	}

}
