package org.parley.platform.text;

import java.text.Normalizer;
import java.util.HashSet;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;

/**
 * Marks above and below a letter. Those of a spelling are few and differ; others cover
 * the lines around them.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/#Optional_Detection">UTS 39, section
 * 5.4</a>
 */
public final class StackedMarks {

	/** Why a text is refused. */
	public static final String REFUSAL = "must have at most four accents on a letter, and none twice";

	/** Accents, which fit the letters of many scripts. Arabic and Greek have so many. */
	private static final int MOST_ACCENTS = 4;

	/** Marks of one script. Tibetan writes letters below others as marks. */
	private static final int MOST_MARKS = 8;

	private StackedMarks() {
	}

	/** Checks whether the marks of each letter can belong to a spelling. */
	public static boolean areSpelling(String text) {
		var ofLetter = new HashSet<Integer>();
		var accents = 0;
		for (var character : Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().toArray()) {
			if (UCharacter.hasBinaryProperty(character, UProperty.DEFAULT_IGNORABLE_CODE_POINT)) {
				continue;
			}
			if (!isMark(character)) {
				ofLetter.clear();
				accents = 0;
				continue;
			}
			accents += (UScript.getScript(character) == UScript.INHERITED) ? 1 : 0;
			if (!ofLetter.add(character) || ofLetter.size() > MOST_MARKS || accents > MOST_ACCENTS) {
				return false;
			}
		}
		return true;
	}

	private static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

}
