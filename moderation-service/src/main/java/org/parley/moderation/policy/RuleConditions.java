package org.parley.moderation.policy;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.platform.text.StorableText;

/**
 * The conditions of a rule. All that are present must hold; of a list, one entry must.
 *
 * @param words words and phrases, in any spelling
 * @param patterns regular expressions of RE2
 * @param linksOver the number of links that is still allowed
 * @param domains names of hosts that the text mentions, subdomains included
 * @param scripts names of scripts in Unicode that most letters of the text belong to
 * @param accountYoungerThan an age of the author's account; moderators are exempt
 * @param posts how many posts the author wrote before
 * @param repeats how many of them have the same text
 * @param categories ids of forum categories, or {@code social}, {@code rooms} or
 * {@code rooms-limited}
 * @param reports how many of the author's posts readers have reported
 */
public record RuleConditions(
		@Size(min = 1, max = 1000,
				message = "must have 1 to 1000 entries") @Nullable List<@NotNull @StorableText(min = 1, max = 100,
						lines = true) String> words,
		@Size(min = 1, max = 50,
				message = "must have 1 to 50 entries") @Nullable List<@NotNull @StorableText(min = 1, max = 500,
						lines = true) String> patterns,
		@Schema(example = "3") @Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
				message = "must be 0 to 1000") @Nullable Integer linksOver,
		@Size(min = 1, max = 1000,
				message = "must have 1 to 1000 entries") @Nullable List<@NotNull @Size(min = 1, max = 253) @Pattern(
						regexp = "[a-z0-9-]{1,63}(?:\\.[a-z0-9-]{1,63}){1,9}",
						message = "must be a lower-case name of a host") String> domains,
		@Size(min = 1, max = 50,
				message = "must have 1 to 50 entries") @Nullable List<@NotNull @Pattern(regexp = "[a-z_]{2,40}",
						message = "must be a lower-case name of a script") String> scripts,
		@Schema(example = "PT24H") @Pattern(regexp = PolicyTerms.DURATION,
				message = PolicyTerms.DURATION_MESSAGE) @Nullable String accountYoungerThan,
		@Valid @Nullable PostCount posts, @Valid @Nullable RepeatCount repeats,
		@Size(min = 1, max = 200,
				message = "must have 1 to 200 entries") @Nullable List<@NotNull @Pattern(
						regexp = RuleConditions.CATEGORY, message = "must be an id") String> categories,
		@Valid @Nullable ReportCount reports) {

	/** The syntax of ids of forum categories and of the places outside the forum. */
	public static final String CATEGORY = "[0-9A-Z]{26}|social|rooms|rooms-limited";

	/** The longest period in which posts are counted: so long their checks are stored. */
	public static final Duration LONGEST_WINDOW = Duration.ofDays(7);

	/** Whether no condition is present. */
	public boolean holdsAlways() {
		return Stream
			.of(this.words, this.patterns, this.linksOver, this.domains, this.scripts, this.accountYoungerThan,
					this.posts, this.repeats, this.categories, this.reports)
			.allMatch(Objects::isNull);
	}

	/**
	 * How many posts the author wrote before.
	 *
	 * @param fewerThan the number that is too many
	 * @param within the period
	 */
	public record PostCount(
			@Min(value = 1, message = "must be 1 to 1000") @Max(value = 1000,
					message = "must be 1 to 1000") @Nullable Integer atLeast,
			@Min(value = 1, message = "must be 1 to 1000") @Max(value = 1000,
					message = "must be 1 to 1000") @Nullable Integer fewerThan,
			@Schema(example = "PT1H") @NotNull @Pattern(regexp = PolicyTerms.DURATION,
					message = PolicyTerms.DURATION_MESSAGE) String within) {

		public Duration period() {
			return Duration.parse(this.within);
		}

	}

	/**
	 * How many of the author's earlier posts have the same text.
	 *
	 * @param words the number of words of a text that is compared
	 * @param within the period
	 */
	public record RepeatCount(
			@NotNull @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") Integer atLeast,
			@NotNull @Min(value = 1, message = "must be 1 to 1000") @Max(value = 1000,
					message = "must be 1 to 1000") Integer words,
			@Schema(example = "PT24H") @NotNull @Pattern(regexp = PolicyTerms.DURATION,
					message = PolicyTerms.DURATION_MESSAGE) String within) {

		public Duration period() {
			return Duration.parse(this.within);
		}

	}

	/**
	 * How many of the author's posts readers have reported.
	 *
	 * @param within the period
	 */
	public record ReportCount(
			@NotNull @Min(value = 1, message = "must be 1 to 100") @Max(value = 100,
					message = "must be 1 to 100") Integer atLeast,
			@Schema(example = "P30D") @NotNull @Pattern(regexp = PolicyTerms.DURATION,
					message = PolicyTerms.DURATION_MESSAGE) String within) {

		public Duration period() {
			return Duration.parse(this.within);
		}

	}

}
