package org.parley.moderation.rule;

import java.time.Duration;
import java.util.function.Predicate;

/**
 * The input of the rules: a text and a fact about its author.
 *
 * @param text the text, with the title for a first post
 * @param words the normalized text
 * @param links the number of links
 * @param newcomer whether the author is no moderator and has an account that is younger
 * than an age; read only where a rule asks
 */
public record Submission(String text, NormalizedText words, int links, Predicate<Duration> newcomer) {

	public static Submission of(String text, Predicate<Duration> newcomer) {
		return new Submission(text, NormalizedText.of(text), LinkCounter.count(text), newcomer);
	}

	/** A hash that is equal for texts with the same words. */
	public static String hash(String text) {
		return NormalizedText.of(text).hash();
	}

	boolean isNewcomer(Duration age) {
		return this.newcomer.test(age);
	}

}
