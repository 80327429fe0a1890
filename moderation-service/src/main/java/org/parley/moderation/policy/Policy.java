package org.parley.moderation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What is not wanted, and what follows. A policy never changes: another one has a higher
 * version.
 *
 * @param version counts policies from 1
 * @param name for people
 * @param words lists of words and phrases
 * @param patterns lists of regular expressions
 * @param links how many links a post may have
 * @param newcomers what those may not do yet whose account is young
 * @param repeats how often somebody may say the same
 * @param thresholds by category of harm, as the outside model names them
 * @param otherwise for categories that are not named
 */
@Document("policies")
public record Policy(@Id long version, String name, List<Wording> words, List<Wording> patterns, Links links,
		Newcomers newcomers, Repeats repeats, Map<String, Thresholds> thresholds, Thresholds otherwise) {

	/** The thresholds of a category of harm. */
	public Thresholds thresholdsOf(String category) {
		return this.thresholds.getOrDefault(category, this.otherwise);
	}

	/**
	 * Words, phrases or patterns that mean the same.
	 *
	 * @param reason the code that verdicts give
	 * @param verdict what follows
	 * @param entries each one
	 */
	public record Wording(String reason, Verdict verdict, List<String> entries) {
	}

	/**
	 * How many links a post may have.
	 *
	 * @param most more are too many
	 * @param verdict what follows
	 */
	public record Links(int most, Verdict verdict) {
	}

	/**
	 * What those may not do yet whose account is young and who are no moderators.
	 *
	 * @param age until when an account is young
	 * @param links more are too many
	 * @param postsPerHour more are too many; 0 for no limit
	 * @param verdict what follows
	 */
	public record Newcomers(Duration age, int links, int postsPerHour, Verdict verdict) {
	}

	/**
	 * How often somebody may say the same.
	 *
	 * @param copies as many earlier ones are too many; 0 for no limit
	 * @param words shorter posts are not compared
	 * @param window earlier ones do not count
	 * @param verdict what follows
	 */
	public record Repeats(int copies, int words, Duration window, Verdict verdict) {
	}

}
