package org.parley.moderation.rule;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

import com.google.re2j.Pattern;

/**
 * A text in the forms that rules compare. The plain form is lower case, NFKD, without
 * accents, invisible characters and punctuation. The other forms undo disguises:
 * look-alikes of other scripts, digits and signs in place of letters, spaced letters and
 * stretched words. A phrase is found in any form.
 *
 * @param joined the words of the plain form, each with a space before and after it
 * @param unmasked the same without look-alikes, digits and signs in place of letters
 * @param squeezed the unmasked words without repeated letters; empty if no word of a text
 * has three equal letters in a row
 * @param spelled words that are spelled letter by letter
 */
record NormalizedText(String joined, String unmasked, String squeezed, List<String> spelled) {

	/** Accents and invisible characters, which do not separate words. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Mn}\\p{Cf}]+");

	/** A phrase inside of a spelled word must have this length. */
	private static final int CONTAINED = 5;

	static NormalizedText of(String text) {
		var visible = visible(text);
		var joined = joined(visible);
		var unmasked = joined(Disguises.unmask(visible));
		return new NormalizedText(joined, unmasked, Disguises.isStretched(unmasked) ? Disguises.squeeze(unmasked) : "",
				Disguises.spelledWords(unmasked));
	}

	private static String visible(String text) {
		var folded = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
		return INVISIBLE.matcher(folded).replaceAll("");
	}

	private static String joined(String visible) {
		var words = new StringJoiner(" ", " ", " ");
		var start = 0;
		for (var at = 0; at < visible.length();) {
			var letter = visible.codePointAt(at);
			if (!isPartOfWord(letter)) {
				addWord(words, visible, start, at);
				start = at + Character.charCount(letter);
			}
			at += Character.charCount(letter);
		}
		addWord(words, visible, start, visible.length());
		return words.toString();
	}

	private static void addWord(StringJoiner words, String visible, int start, int end) {
		if (start < end) {
			words.add(visible.substring(start, end));
		}
	}

	/** Whether a character is a letter or any number, also a fraction. */
	private static boolean isPartOfWord(int character) {
		return Character.isLetterOrDigit(character) || Character.getType(character) == Character.LETTER_NUMBER
				|| Character.getType(character) == Character.OTHER_NUMBER;
	}

	boolean contains(NormalizedText phrase) {
		return this.joined.contains(phrase.joined) || this.unmasked.contains(phrase.unmasked)
				|| (!this.squeezed.isEmpty() && this.squeezed.contains(Disguises.squeeze(phrase.unmasked)))
				|| (!this.spelled.isEmpty() && isSpelled(phrase));
	}

	private boolean isSpelled(NormalizedText phrase) {
		var letters = phrase.unmasked.replace(" ", "");
		return this.spelled.stream()
			.anyMatch((word) -> word.equals(letters) || (letters.length() >= CONTAINED && word.contains(letters)));
	}

	int wordCount() {
		return (int) Arrays.stream(this.joined.split(" ", -1)).filter((word) -> !word.isEmpty()).count();
	}

	/** A fingerprint that is similar for texts with similar words. */
	SimilarityHash fingerprint() {
		return SimilarityHash.of(this.unmasked);
	}

}
