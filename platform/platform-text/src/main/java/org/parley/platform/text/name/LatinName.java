package org.parley.platform.text.name;

import java.util.Locale;

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
	 * Other characters become spaces; apostrophes and accents disappear.
	 */
	public static String transliterate(String name) {
		return Transliteration.TO_ASCII.transliterate(name)
			.toLowerCase(Locale.ROOT)
			.replaceAll("[\\p{Mn}'`\"\u2019\u02b9\u02ba\u02bc]", "")
			.replaceAll("[^a-z0-9_]+", " ")
			.strip();
	}

	/** Loads its rules, a tenth of a second, when a first name needs them. */
	private static final class Transliteration {

		static final Transliterator TO_ASCII = Transliterator.getInstance("NFKC; Any-Latin; Latin-ASCII");

	}

}
