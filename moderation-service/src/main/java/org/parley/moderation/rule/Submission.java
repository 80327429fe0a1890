package org.parley.moderation.rule;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * The input of the rules: a text, its place and a fact about its author.
 *
 * @param text the text, with the title for a first post
 * @param categoryId the id of the forum category
 * @param newcomer whether the author is no moderator and has an account that is younger
 * than an age; read only where a rule asks
 */
public record Submission(String text, NormalizedText words, int links, String categoryId,
		Predicate<Duration> newcomer) {

	public static Submission of(String text, String categoryId, Predicate<Duration> newcomer) {
		return new Submission(text, NormalizedText.of(text), LinkFinder.countLinks(text), categoryId, newcomer);
	}

	/** A fingerprint that is similar for texts with similar words. */
	public String fingerprint() {
		return this.words.fingerprint().toString();
	}

	/** Whether two fingerprints are of texts that count as the same. */
	public static boolean areSimilar(String fingerprint, String other) {
		return SimilarityHash.parse(fingerprint)
			.flatMap((own) -> SimilarityHash.parse(other).map(own::isSimilarTo))
			.orElse(fingerprint.equals(other));
	}

	boolean isNewcomer(Duration age) {
		return this.newcomer.test(age);
	}

}
