package org.parley.moderation.trial;

import java.time.Duration;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.parley.moderation.policy.PolicyTerms;
import org.parley.moderation.rule.PastPosts;
import org.parley.moderation.rule.Submission;
import org.parley.platform.text.StorableText;

/**
 * A text to try a policy on, with facts about an imagined author.
 *
 * @param text the text; for a first post, the title and the content
 * @param category the id of the forum category, or {@code social}, {@code rooms} or
 * {@code rooms-limited}
 * @param accountAge the age of the account; by default, it is no newcomer
 * @param posts how many posts the author wrote lately
 * @param copies how many of them have the same text
 * @param reports how many of them readers have reported
 * @param scores the model's scores by category of harm, which is not called
 */
record TrialRequest(
		@Schema(example = "Double your bitcoin at www.example.org!") @NotNull @StorableText(min = 1, max = 50_000,
				lines = true) String text,
		@Schema(example = "01KAG2W0K2M4N6P8Q0R2S4T6V8") @Pattern(regexp = "[0-9A-Z]{26}|social|rooms|rooms-limited",
				message = "must be an id or social") @Nullable String category,
		@Schema(example = "PT2H") @Pattern(regexp = PolicyTerms.DURATION,
				message = PolicyTerms.DURATION_MESSAGE) @Nullable String accountAge,
		@Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
				message = "must be 0 to 1000") @Nullable Integer posts,
		@Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
				message = "must be 0 to 1000") @Nullable Integer copies,
		@Min(value = 0, message = "must be 0 to 1000") @Max(value = 1000,
				message = "must be 0 to 1000") @Nullable Integer reports,
		@Size(max = 100, message = "must have at most 100 entries") @Nullable Map<String, @Nullable Double> scores) {

	Submission submission() {
		var age = (this.accountAge != null) ? Duration.parse(this.accountAge) : null;
		return Submission.of(this.text, (this.category != null) ? this.category : "",
				(limit) -> age != null && age.compareTo(limit) < 0);
	}

	PastPosts past() {
		return new PastPosts() {

			@Override
			public long count(Duration window, int limit) {
				return orZero(TrialRequest.this.posts);
			}

			@Override
			public long countCopies(Duration window, int limit) {
				return orZero(TrialRequest.this.copies);
			}

			@Override
			public long countReported(Duration window, int limit) {
				return orZero(TrialRequest.this.reports);
			}

		};
	}

	private static int orZero(@Nullable Integer count) {
		return (count != null) ? count : 0;
	}

}
