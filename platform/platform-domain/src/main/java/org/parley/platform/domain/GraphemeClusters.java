package org.parley.platform.domain;

import java.text.BreakIterator;
import java.util.Locale;

/**
 * Cuts texts between characters as people see them: a letter with its accents, a
 * syllable, or a family of emoji is one.
 *
 * @see <a href="https://www.unicode.org/reports/tr29/">Unicode Standard Annex 29</a>
 */
public final class GraphemeClusters {

	/** Bounds what marks without end add to a text. */
	private static final int CODE_POINTS_PER_CHARACTER = 8;

	private GraphemeClusters() {
	}

	/** Returns the beginning of a text: at most so many characters. */
	public static String cut(String text, int characters) {
		return cut(text, characters, CODE_POINTS_PER_CHARACTER * characters);
	}

	/**
	 * Returns the beginning of a text: at most so many characters and code points. A
	 * first character with more code points is cut.
	 */
	public static String cut(String text, int characters, int codePoints) {
		if (text.length() <= Math.min(characters, codePoints)) {
			return text;
		}
		var most = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
		var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
		// Iterators take time for all that they have; the next code point shows whether a
		// character ends.
		boundaries.setText((most < text.length()) ? text.substring(0, text.offsetByCodePoints(most, 1)) : text);
		var end = 0;
		for (var count = 0; count < characters; count++) {
			var next = boundaries.next();
			if (next == BreakIterator.DONE || next > most) {
				end = (count == 0) ? most : end;
				break;
			}
			end = next;
		}
		return text.substring(0, end);
	}

	/** Returns a text of at most so many characters, with an ellipsis if it is cut. */
	public static String shorten(String text, int characters) {
		return (cut(text, characters).length() == text.length()) ? text : cut(text, characters - 1) + "…";
	}

}
