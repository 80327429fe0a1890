package org.parley.notification.contact;

import java.awt.ComponentOrientation;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names and titles within sentences that have no elements, such as subjects and
 * notifications: what they contain does not turn the sentence around them.
 *
 * @see <a href="https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates">UAX
 * 9, 2.4.2</a>
 */
public final class IsolatedText {

	private static final char FIRST_STRONG = '\u2068';

	private static final char END = '\u2069';

	/** Texts that nothing turns in any sentence. */
	private static final Pattern PLAIN = Pattern
		.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}\\d]*+(?:[_ -]++[\\p{IsLatin}\\p{M}\\d]++)*+");

	private static final Pattern RIGHT_TO_LEFT = Pattern
		.compile("[\\u0590-\\u08FF\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFB1D-\\uFDFF\\uFE70-\\uFEFF"
				+ "\\x{10800}-\\x{10FFF}\\x{1E800}-\\x{1EFFF}]");

	private IsolatedText() {
	}

	/**
	 * Isolates a text if it could turn a sentence, or a sentence of the language could
	 * turn it.
	 */
	public static String in(Locale language, String text) {
		var turns = RIGHT_TO_LEFT.matcher(text).find()
				|| (!ComponentOrientation.getOrientation(language).isLeftToRight() && !PLAIN.matcher(text).matches());
		return (turns && !text.isEmpty()) ? FIRST_STRONG + text + END : text;
	}

}
