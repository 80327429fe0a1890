package org.parley.platform.text;

import java.util.Locale;
import java.util.Set;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.BreakIterator;

/**
 * The characters of a text as people see them: a letter with its accents, a syllable, or
 * a family of emoji is one.
 *
 * @see <a href="https://www.unicode.org/reports/tr29/">Unicode Standard Annex 29</a>
 */
public final class VisibleCharacters {

	/** Below it, every code unit but a line break is a character of its own. */
	private static final int FIRST_COMBINING = 0x300;

	/** Blank characters that Unicode takes for visible ones. */
	private static final Set<Integer> BLANKS = Set.of(0x2800, 0x1D159, 0x13441, 0x13442);

	private VisibleCharacters() {
	}

	/** The number of characters, blank ones included. */
	public static int count(String text) {
		if (text.chars().allMatch((unit) -> unit < FIRST_COMBINING && unit != '\r')) {
			return text.length();
		}
		var boundaries = boundaries(text);
		var count = 0;
		while (boundaries.next() != BreakIterator.DONE) {
			count++;
		}
		return count;
	}

	/** The first character; empty if the text is. */
	public static String first(String text) {
		return text.substring(0, Math.max(0, boundaries(text).next()));
	}

	/** Checks whether a text has so many characters that are not blank. */
	public static boolean hasAtLeast(int least, String text) {
		if (least == 1) {
			return isVisible(text);
		}
		var boundaries = boundaries(text);
		var count = 0;
		for (int from = 0, to = boundaries.next(); count < least
				&& to != BreakIterator.DONE; from = to, to = boundaries.next()) {
			if (isVisible(text.substring(from, to))) {
				count++;
			}
		}
		return count >= least;
	}

	/** Checks whether a text shows anything at all. */
	public static boolean isVisible(String text) {
		return text.codePoints().anyMatch(VisibleCharacters::isVisible);
	}

	private static boolean isVisible(int character) {
		return switch (Character.getType(character)) {
			case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.SPACE_SEPARATOR,
					Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.NON_SPACING_MARK,
					Character.ENCLOSING_MARK ->
				false;
			default -> !UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)
					&& !UCharacter.hasBinaryProperty(character, UProperty.NONCHARACTER_CODE_POINT)
					&& !BLANKS.contains(character);
		};
	}

	private static BreakIterator boundaries(String text) {
		var boundaries = BreakIterator.getCharacterInstance(Locale.ROOT);
		boundaries.setText(text);
		return boundaries;
	}

}
