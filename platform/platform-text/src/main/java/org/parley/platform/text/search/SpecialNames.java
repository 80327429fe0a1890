package org.parley.platform.text.search;

/**
 * Names with signs: {@code c#}, {@code c++}, {@code .net}. The signs are written as
 * numbers that tokenizers keep together with the letters. Emoji are such numbers, too.
 */
final class SpecialNames {

	static final String SHARP = "__35";

	static final String PLUSES = "__43";

	/** Begins with a letter, because tokenizers add digits to the script before them. */
	static final String DOT = "x46__";

	private static final int MUSICAL_SHARP = '♯';

	private SpecialNames() {
	}

	/**
	 * Replaces all but letters, digits, marks and emoji by spaces, and leaves out
	 * invisible characters within words, and spaces and breaks of lines between
	 * characters of Chinese, Japanese and Korean.
	 */
	static String separate(String text) {
		var separated = new StringBuilder(text.length());
		int before = ' ';
		for (int at = 0, next; at < text.length(); at = next) {
			var character = text.codePointAt(at);
			next = at + Character.charCount(character);
			if (EmojiTerms.isEmoji(character)) {
				next = EmojiTerms.append(separated, text, at);
			}
			else if (isOfWord(character)) {
				separated.appendCodePoint(character);
			}
			else if (character == '+' && isOfWord(before) && next < text.length() && text.charAt(next) == '+') {
				separated.append(PLUSES).append(' ');
			}
			else if (isSharp(character) && isOfWord(before) && !continuesName(text, next)) {
				separated.append(SHARP).append(' ');
			}
			else if (character == '.' && before != '.' && (!isOfWord(before) || isUnspaced(before))
					&& continuesName(text, next)) {
				separated.append(' ').append(DOT);
			}
			else if (Character.getType(character) != Character.FORMAT && !(Character.isWhitespace(character)
					&& isOfPairs(before) && next < text.length() && isOfPairs(text.codePointAt(next)))) {
				separated.append(' ');
			}
			before = character;
		}
		return separated.toString();
	}

	/** The name without its sign, {@code net} for {@code .net}. */
	static String plain(String name) {
		var start = name.startsWith(DOT) ? DOT.length() : 0;
		var hasSign = name.endsWith(SHARP) || name.endsWith(PLUSES);
		return name.substring(start, hasSign ? name.length() - SHARP.length() : name.length());
	}

	/** Whether a name goes on; a word of a script without spaces is another one. */
	private static boolean continuesName(String text, int at) {
		return at < text.length() && isOfWord(text.codePointAt(at)) && !isUnspaced(text.codePointAt(at));
	}

	private static boolean isUnspaced(int character) {
		return switch (Character.UnicodeScript.of(character)) {
			case THAI, LAO, KHMER, MYANMAR -> true;
			default -> isOfPairs(character);
		};
	}

	private static boolean isOfPairs(int character) {
		return switch (Character.UnicodeScript.of(character)) {
			case HAN, HIRAGANA, KATAKANA, HANGUL -> true;
			default -> false;
		};
	}

	private static boolean isSharp(int character) {
		return character == '#' || character == MUSICAL_SHARP;
	}

	private static boolean isOfWord(int character) {
		return Character.isLetterOrDigit(character) || character == '_' || isMarkOrNumber(Character.getType(character));
	}

	private static boolean isMarkOrNumber(int type) {
		return switch (type) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK,
					Character.LETTER_NUMBER, Character.OTHER_NUMBER ->
				true;
			default -> false;
		};
	}

}
