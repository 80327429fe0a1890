package org.parley.moderation.rule;

import java.util.Arrays;
import java.util.List;

/**
 * A text in the forms that rules compare. The plain form is lower case, NFKD, without
 * accents, invisible characters and punctuation. The other forms undo disguises:
 * look-alikes of other scripts, digits and signs in place of letters, spaced letters and
 * stretched words. A phrase is found in any form, and one with emoji in the form that has
 * them. In scripts without spaces each letter is a word, so that a phrase is found
 * anywhere.
 *
 * @param joined the words of the plain form, each with a space before and after it
 * @param unmasked the same without look-alikes, digits and signs in place of letters
 * @param squeezed the unmasked words without repeated letters; empty if no word of a text
 * has three equal letters in a row
 * @param spelled words that are spelled letter by letter
 * @param pictured the words of the plain form and the emoji; empty if there is no emoji
 */
record NormalizedText(String joined, String unmasked, String squeezed, List<String> spelled, String pictured) {

	/** A phrase inside of a spelled word must have this length. */
	private static final int CONTAINED = 5;

	static NormalizedText of(String text) {
		var visible = WordSplitter.visible(text);
		var joined = WordSplitter.words(visible);
		var unmasked = WordSplitter.words(Disguises.unmask(visible));
		return new NormalizedText(joined, unmasked, Disguises.isStretched(unmasked) ? Disguises.squeeze(unmasked) : "",
				Disguises.spelledWords(unmasked),
				WordSplitter.hasEmoji(visible) ? WordSplitter.wordsAndEmoji(visible) : "");
	}

	boolean contains(NormalizedText phrase) {
		if (!phrase.pictured.isEmpty()) {
			return this.pictured.contains(phrase.pictured);
		}
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

	/** Whether there is nothing that another text could have, too. */
	boolean isEmpty() {
		return wordCount() == 0 && this.pictured.isEmpty();
	}

	/** A fingerprint that is similar for texts with similar words. */
	SimilarityHash fingerprint() {
		return SimilarityHash.of(this.unmasked);
	}

}
