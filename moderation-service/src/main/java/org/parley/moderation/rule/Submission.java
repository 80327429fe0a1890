package org.parley.moderation.rule;

import java.time.Duration;

/**
 * The input of the rules: a text and facts about its author.
 *
 * @param text the text, with the title for a first post
 * @param words the normalized text
 * @param links the number of links
 * @param authorAge the age of the author's account
 * @param trusted whether the author is a moderator
 */
public record Submission(String text, NormalizedText words, int links, Duration authorAge, boolean trusted) {

	public static Submission of(String text, Duration authorAge, boolean trusted) {
		return new Submission(text, NormalizedText.of(text), LinkCounter.count(text), authorAge, trusted);
	}

	/** A hash that is equal for texts with the same words. */
	public String hash() {
		return this.words.hash();
	}

}
