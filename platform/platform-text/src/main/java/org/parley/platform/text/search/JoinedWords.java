package org.parley.platform.text.search;

import java.util.regex.Pattern;

/**
 * Words that are written together, apart or with a sign between their parts: Hebrew
 * abbreviations with their quotation mark ({@code צה"ל}), and Persian words with a
 * non-joiner or a space before an ending.
 */
public final class JoinedWords {

	private static final char FIRST_HEBREW = '\u0590';

	private static final char LAST_ARABIC = '\u06FF';

	private static final char NON_JOINER = '\u200C';

	/** Marks of abbreviations and foreign sounds, as keyboards have them. */
	private static final String HEBREW_MARKS = "\u05F3\u05F4\"'\u2018\u2019\u201C\u201D\u201E";

	/** The signs of the present tense, which are no words. */
	private static final Pattern PREFIX = Pattern.compile("(?<![\\p{L}\\p{M}\u200C])(ن?م[یي])\\s(?=\\p{IsArabic})");

	/** The endings of plurals, comparisons and past tenses, which are no words. */
	private static final Pattern SUFFIX = Pattern.compile("(?<=[\\p{IsArabic}&&\\p{L}])\\s"
			+ "(ها(?:[یي][یي]?(?:م|ت|ش|مان|تان|شان)?)?|تر(?:[یي]ن)?|اند|ا[یي][مد])(?![\\p{L}\\p{M}\u200C])");

	private JoinedWords() {
	}

	/** Writes the words of a query together. */
	public static String join(String query) {
		return join(query, "");
	}

	/**
	 * Writes words together.
	 * @param joint what takes the place of a non-joiner or space
	 */
	static String join(String text, String joint) {
		if (text.chars().noneMatch((letter) -> letter >= FIRST_HEBREW && letter <= LAST_ARABIC)) {
			return text;
		}
		var spaced = SUFFIX.matcher(PREFIX.matcher(text).replaceAll("$1" + NON_JOINER)).replaceAll(NON_JOINER + "$1");
		var joined = new StringBuilder(spaced.length());
		for (var at = 0; at < spaced.length(); at++) {
			var sign = spaced.charAt(at);
			if (sign == NON_JOINER && isBetween(Character.UnicodeScript.ARABIC, spaced, at)) {
				joined.append(joint);
			}
			else if (HEBREW_MARKS.indexOf(sign) < 0 || !isBetween(Character.UnicodeScript.HEBREW, spaced, at)) {
				joined.append(sign);
			}
		}
		return joined.toString();
	}

	/** Whether a sign is between two letters of a script, with or without points. */
	private static boolean isBetween(Character.UnicodeScript script, String text, int at) {
		return at > 0 && at + 1 < text.length() && isOf(script, text.charAt(at - 1))
				&& isOf(script, text.charAt(at + 1));
	}

	private static boolean isOf(Character.UnicodeScript script, char character) {
		return Character.UnicodeScript.of(character) == script
				&& (Character.isLetter(character) || Character.getType(character) == Character.NON_SPACING_MARK);
	}

}
