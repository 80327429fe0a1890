package org.parley.moderation.rule;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.IntPredicate;

import com.google.re2j.Pattern;
import org.parley.platform.text.search.SearchLetters;
import org.parley.platform.text.search.UnspacedScripts;

/**
 * Splits texts of all scripts into words.
 *
 * @see <a href="https://www.unicode.org/reports/tr29/">Unicode Standard Annex 29</a>
 */
final class WordSplitter {

	private static final Pattern MARKS = Pattern.compile("[\\p{M}\\p{Cf}]");

	/** Marks that make other letters of kana. */
	private static final String VOICED = "\u3099\u309A";

	/** Scripts whose marks are vowels that most texts leave out. */
	private static final Set<UnicodeScript> POINTED = EnumSet.of(UnicodeScript.ARABIC, UnicodeScript.HEBREW,
			UnicodeScript.SYRIAC);

	private static final int FIRST_FLAG_LETTER = 0x1F1E6;

	private static final int LAST_FLAG_LETTER = 0x1F1FF;

	private WordSplitter() {
	}

	/**
	 * Returns a text in lower case and NFKD, without accents and invisible characters.
	 * The marks of scripts that write vowels or other letters with them remain.
	 */
	static String visible(String text) {
		var folded = SearchLetters.unify(Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT));
		return MARKS.matcher(folded).find() ? withoutAccents(folded) : folded;
	}

	private static String withoutAccents(String text) {
		var visible = new StringBuilder(text.length());
		var letter = UnicodeScript.COMMON;
		for (var at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
			var character = text.codePointAt(at);
			if (!isMark(character)) {
				letter = UnicodeScript.of(character);
			}
			if (isMark(character) ? belongsTo(letter, character) : Character.getType(character) != Character.FORMAT) {
				visible.appendCodePoint(character);
			}
		}
		return visible.toString();
	}

	private static boolean belongsTo(UnicodeScript letter, int mark) {
		return (letter == UnicodeScript.of(mark) && !POINTED.contains(letter)
				&& Character.getType(mark) != Character.ENCLOSING_MARK)
				|| (VOICED.indexOf(mark) >= 0
						&& (letter == UnicodeScript.HIRAGANA || letter == UnicodeScript.KATAKANA));
	}

	/** Returns the words, each with a space before and after it. */
	static String words(String visible) {
		return split(visible, UnspacedScripts::have);
	}

	/** Returns the words and the emoji, each with a space before and after it. */
	static String wordsAndEmoji(String visible) {
		return split(visible, (character) -> UnspacedScripts.have(character) || isEmoji(character));
	}

	static boolean hasEmoji(String visible) {
		return visible.codePoints().anyMatch(WordSplitter::isEmoji);
	}

	private static String split(String visible, IntPredicate isWord) {
		var words = new StringJoiner(" ", " ", " ");
		var start = 0;
		for (var at = 0; at < visible.length();) {
			var character = visible.codePointAt(at);
			var end = at + Character.charCount(character);
			if (isWord.test(character)) {
				addWord(words, visible, start, at);
				end = endOfWord(visible, character, end);
				addWord(words, visible, at, end);
				start = end;
			}
			else if (!isPartOfWord(character)) {
				addWord(words, visible, start, at);
				start = end;
			}
			at = end;
		}
		addWord(words, visible, start, visible.length());
		return words.toString();
	}

	/** A letter has its marks, and a flag two letters. */
	private static int endOfWord(String visible, int character, int end) {
		if (isFlagLetter(character)) {
			return (end < visible.length() && isFlagLetter(visible.codePointAt(end)))
					? visible.offsetByCodePoints(end, 1) : end;
		}
		var last = end;
		while (last < visible.length() && isMark(visible.codePointAt(last))) {
			last = visible.offsetByCodePoints(last, 1);
		}
		return last;
	}

	private static void addWord(StringJoiner words, String visible, int start, int end) {
		if (start < end) {
			words.add(visible.substring(start, end));
		}
	}

	/** Whether a character is a letter with its marks or any number, also a fraction. */
	private static boolean isPartOfWord(int character) {
		return Character.isLetterOrDigit(character) || isMark(character)
				|| Character.getType(character) == Character.LETTER_NUMBER
				|| Character.getType(character) == Character.OTHER_NUMBER;
	}

	static boolean isMark(int character) {
		return switch (Character.getType(character)) {
			case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
			default -> false;
		};
	}

	private static boolean isEmoji(int character) {
		return character > 0xFF && (Character.isExtendedPictographic(character) || isFlagLetter(character));
	}

	private static boolean isFlagLetter(int character) {
		return character >= FIRST_FLAG_LETTER && character <= LAST_FLAG_LETTER;
	}

}
