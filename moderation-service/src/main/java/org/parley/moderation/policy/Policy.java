package org.parley.moderation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The rules for posts and the verdicts that follow. A policy is immutable; a changed
 * policy gets a higher version.
 *
 * @param version the version, counted from 1
 * @param name the display name
 * @param words lists of words and phrases
 * @param patterns lists of regular expressions
 * @param links the limit of links in a post
 * @param newcomers the limits for new accounts
 * @param repeats the limit of repeated posts
 * @param thresholds thresholds by the model's categories of harm
 * @param otherwise thresholds for all other categories
 */
@Document("policies")
public record Policy(@Id long version, String name, List<Wording> words, List<Wording> patterns, Links links,
		Newcomers newcomers, Repeats repeats, Map<String, Thresholds> thresholds, Thresholds otherwise) {

	/** Returns the thresholds of a category of harm. */
	public Thresholds thresholdsOf(String category) {
		return this.thresholds.getOrDefault(category, this.otherwise);
	}

	/**
	 * A list of words, phrases or patterns with one reason.
	 *
	 * @param reason the code for verdicts
	 * @param verdict the verdict of a match
	 * @param entries the words, phrases or patterns
	 */
	public record Wording(String reason, Verdict verdict, List<String> entries) {
	}

	/**
	 * The limit of links in a post.
	 *
	 * @param most the maximum number of links
	 * @param verdict the verdict beyond it
	 */
	public record Links(int most, Verdict verdict) {
	}

	/**
	 * The limits for new accounts. Moderators are exempt.
	 *
	 * @param age the age up to which an account is new
	 * @param links the maximum number of links
	 * @param postsPerHour the maximum number of posts per hour; 0 for no limit
	 * @param verdict the verdict beyond a limit
	 */
	public record Newcomers(Duration age, int links, int postsPerHour, Verdict verdict) {
	}

	/**
	 * The limit of posts with the same text.
	 *
	 * @param copies the number of earlier copies that is too many; 0 for no limit
	 * @param words the minimum number of words; shorter posts are not compared
	 * @param window the period in which copies are counted
	 * @param verdict the verdict at the limit
	 */
	public record Repeats(int copies, int words, Duration window, Verdict verdict) {
	}

}
