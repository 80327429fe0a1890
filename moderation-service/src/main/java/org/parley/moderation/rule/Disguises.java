package org.parley.moderation.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import com.google.re2j.Pattern;
import com.ibm.icu.text.SpoofChecker;
import org.parley.platform.text.search.UnspacedScripts;

/**
 * Undoes the disguises of words in texts that are lower case and decomposed.
 *
 * @see <a href="https://www.unicode.org/reports/tr39/">Unicode Technical Standard 39</a>
 */
final class Disguises {

	private static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();

	private static final Map<Integer, String> LOOKS = new ConcurrentHashMap<>();

	/** Digits and signs that stand for letters. */
	private static final Map<Character, Character> LEET = Map.ofEntries(Map.entry('0', 'o'), Map.entry('1', 'i'),
			Map.entry('3', 'e'), Map.entry('4', 'a'), Map.entry('5', 's'), Map.entry('7', 't'), Map.entry('8', 'b'),
			Map.entry('@', 'a'), Map.entry('$', 's'), Map.entry('!', 'i'), Map.entry('|', 'i'),
			Map.entry('\u20ac', 'e'));

	private static final Pattern ASCII_WORD = Pattern.compile("[a-z0-9@$!|\u20ac]+");

	private static final int FEWEST_SPELLED = 3;

	private Disguises() {
	}

	/**
	 * Replaces look-alikes of other scripts, in a text that is mainly Latin or in a word
	 * that is partly Latin, and digits and signs inside of words. The letters {@code l}
	 * and {@code i} become one, because {@code 1} and {@code |} stand for both.
	 */
	static String unmask(String text) {
		if (isPlain(text)) {
			return text.replace('l', 'i');
		}
		var latin = text.chars().filter(Disguises::isLatin).count() >= text.codePoints()
			.filter((letter) -> Character.isLetter(letter) && !isLatin(letter))
			.count();
		var unmasked = new StringBuilder(text.length());
		for (var word : text.split("(?<=\\s)", -1)) {
			var shown = (latin || word.chars().anyMatch(Disguises::isLatin)) ? withoutLookAlikes(word) : word;
			unmasked.append(withoutLeet(shown));
		}
		return unmasked.toString().replace('l', 'i');
	}

	/** Whether a text has neither letters of other scripts nor signs for letters. */
	private static boolean isPlain(String text) {
		return text.chars().allMatch((letter) -> letter < 128 && !LEET.containsKey((char) letter));
	}

	private static boolean isLatin(int letter) {
		return letter >= 'a' && letter <= 'z';
	}

	private static String withoutLookAlikes(String word) {
		if (word.chars().allMatch((letter) -> letter < 128)) {
			return word;
		}
		var shown = new StringBuilder(word.length());
		word.codePoints().forEach((letter) -> shown.append(look(letter)));
		return shown.toString();
	}

	/** The Latin letters that a letter looks like, or the letter itself. */
	private static String look(int letter) {
		if (letter < 128) {
			return Character.toString(letter);
		}
		return LOOKS.computeIfAbsent(letter, (_) -> {
			var written = Character.toString(letter);
			if (!Character.isLetterOrDigit(letter)) {
				return written;
			}
			var look = CONFUSABLES.getSkeleton(written).toLowerCase(Locale.ROOT);
			return ASCII_WORD.matches(look) ? look : written;
		});
	}

	/** Digits stand for letters only in a word that has letters. */
	private static String withoutLeet(String word) {
		if (!word.chars().anyMatch(Disguises::isLatin)) {
			return word;
		}
		var shown = new StringBuilder(word);
		for (var index = 0; index < shown.length(); index++) {
			var letter = LEET.get(shown.charAt(index));
			if (letter != null && isInsideWord(word, index)) {
				shown.setCharAt(index, letter);
			}
		}
		return shown.toString();
	}

	/** An exclamation mark or a bar at the end of a word is punctuation. */
	private static boolean isInsideWord(String word, int index) {
		var sign = word.charAt(index);
		return (sign != '!' && sign != '|')
				|| (index + 1 < word.length() && index > 0 && Character.isLetterOrDigit(word.charAt(index + 1))
						&& Character.isLetterOrDigit(word.charAt(index - 1)));
	}

	/** Whether a word has three equal letters in a row. */
	static boolean isStretched(String words) {
		for (var index = 2; index < words.length(); index++) {
			var letter = words.charAt(index);
			if (letter != ' ' && letter == words.charAt(index - 1) && letter == words.charAt(index - 2)) {
				return true;
			}
		}
		return false;
	}

	/** Removes repeated letters. */
	static String squeeze(String words) {
		var squeezed = new StringBuilder(words.length());
		for (var index = 0; index < words.length(); index++) {
			if (index == 0 || words.charAt(index) != words.charAt(index - 1)) {
				squeezed.append(words.charAt(index));
			}
		}
		return squeezed.toString();
	}

	/** Returns the words of scripts with spaces that are spelled letter by letter. */
	static List<String> spelledWords(String words) {
		var spelled = new ArrayList<String>();
		var letters = new StringBuilder();
		for (var word : words.split(" ", -1)) {
			if (isSpelledLetter(word)) {
				letters.append(word);
			}
			else {
				if (letters.codePoints().count() >= FEWEST_SPELLED) {
					spelled.add(letters.toString());
				}
				letters.setLength(0);
			}
		}
		return List.copyOf(spelled);
	}

	/** Whether a word is one letter of a script with spaces, or one digit of any. */
	private static boolean isSpelledLetter(String word) {
		if (word.codePointCount(0, word.length()) != 1) {
			return false;
		}
		var letter = word.codePointAt(0);
		return Character.isLetter(letter) ? !UnspacedScripts.have(letter) : !WordSplitter.isMark(letter);
	}

}
