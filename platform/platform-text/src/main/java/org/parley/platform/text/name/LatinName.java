package org.parley.platform.text.name;

import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;

/**
 * Folds and transliterates names, the same way for all scripts.
 *
 * @see <a href="https://unicode-org.github.io/icu/userguide/transforms/general/">ICU
 * transforms</a>
 */
public final class LatinName {

	private static final Normalizer2 FOLD = Normalizer2.getNFKCCasefoldInstance();

	private static final int MAX_WORDS = 25;

	private static final int MAX_SLUG = 50;

	/** Leaves room for a number behind it. */
	private static final int MAX_NUMBERED = 40;

	private LatinName() {
	}

	/**
	 * The form by which names are compared: wide, bold and capital letters are folded,
	 * and both of the Turkish letters {@code i}.
	 */
	public static String fold(String name) {
		return FOLD.normalize(name).replace("i\u0307", "i").replace('\u0131', 'i');
	}

	/**
	 * Writes a name with the letters {@code a} to {@code z}, digits and spaces:
	 * {@code Łukasz} becomes {@code lukasz}, {@code Дмитрий} becomes {@code dmitrij}.
	 * Other characters become spaces; apostrophes, accents and invisible characters
	 * disappear.
	 */
	public static String transliterate(String name) {
		var latin = new StringBuilder();
		Transliteration.TO_ASCII.transliterate(name).codePoints().forEach((c) -> LatinLetters.append(latin, c));
		return latin.toString().replaceAll(" +", " ").strip();
	}

	/**
	 * Makes a part of an address of a name: its transliterated words, with hyphens
	 * between them; empty for a name without letters and digits.
	 */
	public static String slug(String name) {
		var words = Stream.of(transliterate(name).split("[^a-z0-9]+", -1))
			.filter((word) -> !word.isEmpty())
			.limit(MAX_WORDS)
			.collect(Collectors.joining("-"));
		return words.substring(0, Math.min(words.length(), MAX_SLUG)).replaceFirst("-$", "");
	}

	/**
	 * Makes a part of an address that is not taken: the words of a name, or other words
	 * for a name without any, and a number if they are taken.
	 */
	public static String freeSlug(String name, String otherwise, Predicate<String> isTaken) {
		var made = slug(name);
		var first = made.isEmpty() ? otherwise : made;
		var start = first.substring(0, Math.min(first.length(), MAX_NUMBERED)).replaceFirst("-$", "");
		return Stream
			.concat(Stream.of(first),
					IntStream.iterate(2, (number) -> number + 1).mapToObj((number) -> start + "-" + number))
			.filter(Predicate.not(isTaken))
			.findFirst()
			.orElseThrow();
	}

	/** Loads its rules, a tenth of a second, when a first name needs them. */
	private static final class Transliteration {

		static final Transliterator TO_ASCII = Transliterator.createFromRules("", LatinLetters.RULES,
				Transliterator.FORWARD);

	}

}
