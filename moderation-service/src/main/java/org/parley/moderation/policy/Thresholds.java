package org.parley.moderation.policy;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.jspecify.annotations.Nullable;
import org.parley.contracts.moderation.Verdict;

/**
 * The lowest score of each verdict, for one category of harm. A verdict without a score
 * is never given.
 *
 * @param flagged the lowest score for {@code flagged}, 0 to 1
 * @param held the lowest score for {@code held}, 0 to 1
 * @param removed the lowest score for {@code removed}, 0 to 1
 */
public record Thresholds(
		@Schema(example = "0.5") @DecimalMin(value = "0", message = "must be 0 to 1") @DecimalMax(value = "1",
				message = "must be 0 to 1") @Nullable Double flagged,
		@Schema(example = "0.8") @DecimalMin(value = "0", message = "must be 0 to 1") @DecimalMax(value = "1",
				message = "must be 0 to 1") @Nullable Double held,
		@Schema(example = "0.95") @DecimalMin(value = "0", message = "must be 0 to 1") @DecimalMax(value = "1",
				message = "must be 0 to 1") @Nullable Double removed) {

	public Verdict verdictFor(double score) {
		if (reaches(score, this.removed)) {
			return Verdict.REMOVED;
		}
		if (reaches(score, this.held)) {
			return Verdict.HELD;
		}
		return reaches(score, this.flagged) ? Verdict.FLAGGED : Verdict.CLEAN;
	}

	/** Whether all scores are from 0 to 1. */
	public boolean inRange() {
		return isScore(this.flagged) && isScore(this.held) && isScore(this.removed);
	}

	private static boolean isScore(@Nullable Double score) {
		return score == null || (score >= 0 && score <= 1);
	}

	/** Whether no verdict has a lower score than a milder one. */
	public boolean rises() {
		var middle = (this.held != null) ? this.held : this.flagged;
		return isAtMost(this.flagged, this.held) && isAtMost(middle, this.removed);
	}

	private static boolean reaches(double score, @Nullable Double least) {
		return least != null && score >= least;
	}

	private static boolean isAtMost(@Nullable Double milder, @Nullable Double stricter) {
		return milder == null || stricter == null || milder <= stricter;
	}

}
