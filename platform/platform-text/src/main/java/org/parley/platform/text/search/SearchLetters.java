package org.parley.platform.text.search;

import java.util.stream.IntStream;

import com.ibm.icu.text.Transliterator;

/**
 * Letters that are written in two ways: Chinese ones become simplified, those of Persian,
 * Urdu and the Koran become those of Arabic, and those of Azerbaijani and of African
 * languages the Latin ones of usernames. Texts keep their length.
 */
public final class SearchLetters {

	private static final char FIRST_ARABIC = '\u0600';

	private static final char LAST_ARABIC = '\u06FF';

	private static final char FIRST_HAN = '\u3400';

	private static final char LAST_HAN = '\u9FFF';

	/** Decompositions and foldings of Unicode leave these as they are. */
	private static final String LATIN_FORMS = "əƏǝƎɛƐɔƆŋŊ";

	private static final String LATIN_LETTERS = "eeeeeeoonn";

	private static final char FIRST_LATIN = '\u014A';

	private static final char LAST_LATIN = '\u025B';

	private static final String ARABIC_FORMS = "ٱٲٳىیېکڪہەۃ";

	private static final String ARABIC_LETTERS = "اااييي" + "ككههه";

	private SearchLetters() {
	}

	/** Replaces the letters of a text. */
	public static String unify(String text) {
		var unified = new StringBuilder(text);
		for (var at = 0; at < text.length(); at++) {
			unified.setCharAt(at, unify(text.charAt(at)));
		}
		return unified.toString();
	}

	/** Returns the letter that stands for a letter. */
	public static char unify(char letter) {
		if (letter >= FIRST_HAN && letter <= LAST_HAN) {
			return Han.SIMPLIFIED.charAt(letter - FIRST_HAN);
		}
		if (letter >= FIRST_LATIN && letter <= LAST_LATIN) {
			var latin = LATIN_FORMS.indexOf(letter);
			return (latin >= 0) ? LATIN_LETTERS.charAt(latin) : letter;
		}
		var form = (letter >= FIRST_ARABIC && letter <= LAST_ARABIC) ? ARABIC_FORMS.indexOf(letter) : -1;
		return (form >= 0) ? ARABIC_LETTERS.charAt(form) : letter;
	}

	/** Is read when the first text in Chinese or Japanese arrives. */
	private static final class Han {

		static final String SIMPLIFIED = simplified();

		private static String simplified() {
			var transliterator = Transliterator.getInstance("Traditional-Simplified");
			var changed = transliterator.getSourceSet();
			return IntStream.rangeClosed(FIRST_HAN, LAST_HAN)
				.mapToObj(Character::toString)
				.map((letter) -> changed.contains(letter) ? simplified(transliterator, letter) : letter)
				.reduce(new StringBuilder(), StringBuilder::append, StringBuilder::append)
				.toString();
		}

		private static String simplified(Transliterator transliterator, String letter) {
			var simplified = transliterator.transliterate(letter);
			return (simplified.length() == 1) ? simplified : letter;
		}

	}

}
