package org.parley.moderation.rule;

import java.time.Duration;

/**
 * What rules look at: a text, and what is known of its author.
 *
 * @param text as it was written, with the title where there is one
 * @param words the same, as rules compare it
 * @param links how many it has
 * @param authorAge for how long the author has had an account
 * @param trusted whether the author moderates here
 */
public record Submission(String text, NormalizedText words, int links, Duration authorAge, boolean trusted) {

	public static Submission of(String text, Duration authorAge, boolean trusted) {
		return new Submission(text, NormalizedText.of(text), LinkCounter.in(text), authorAge, trusted);
	}

	/** The same for texts that say the same. */
	public String hash() {
		return this.words.hash();
	}

}
