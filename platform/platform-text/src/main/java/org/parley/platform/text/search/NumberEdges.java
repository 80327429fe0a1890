package org.parley.platform.text.search;

import java.lang.Character.UnicodeScript;
import java.util.regex.Pattern;

/**
 * Separates numbers from letters beside them, which tokenizers take for parts of the same
 * word: units behind decimals, versions and times ({@code 2.4GHz}, {@code 10:30Uhr}), and
 * letters of scripts without spaces between words and of Korean.
 */
final class NumberEdges {

	private static final Pattern UNIT = Pattern
		.compile("(?<![\\p{L}\\p{M}\\p{N}.])(?<!\\p{Nd}[,:/])[vV]?\\p{Nd}++(?:[.,:/]\\p{Nd}++)++"
				+ "(?=[\\p{IsLatin}\\p{IsGreek}\\p{IsCyrillic}])");

	private static final String UNSPACED = "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}\\p{IsLao}"
			+ "\\p{IsKhmer}\\p{IsMyanmar}\\p{IsHangul}&&[\\p{L}\\p{M}]]";

	private static final Pattern UNSPACED_LETTER = Pattern
		.compile("(?<=" + UNSPACED + ")(?=\\p{Nd})|(?<=\\p{Nd})(?=" + UNSPACED + ")");

	private NumberEdges() {
	}

	static String separate(String text) {
		var spaced = text.codePoints().anyMatch(NumberEdges::mayTouchNumbers)
				? UNSPACED_LETTER.matcher(text).replaceAll(" ") : text;
		return UNIT.matcher(spaced).replaceAll("$0 ");
	}

	private static boolean mayTouchNumbers(int character) {
		return UnspacedScripts.have(character) || UnicodeScript.of(character) == UnicodeScript.HANGUL;
	}

}
