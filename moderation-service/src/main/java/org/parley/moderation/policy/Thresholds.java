package org.parley.moderation.policy;

/**
 * The lowest score of each verdict, for one category of harm.
 *
 * @param flagged the lowest score for {@code flagged}, 0 to 1
 * @param held the lowest score for {@code held}, 0 to 1
 * @param removed the lowest score for {@code removed}, 0 to 1; above 1 for never
 */
public record Thresholds(double flagged, double held, double removed) {

	public Thresholds {
		if (!(0 <= flagged && flagged <= held && held <= removed)) {
			throw new IllegalArgumentException("Thresholds must rise from flagged to removed");
		}
	}

	/** Returns the verdict for a score. */
	public Verdict verdictFor(double score) {
		if (score >= this.removed) {
			return Verdict.REMOVED;
		}
		if (score >= this.held) {
			return Verdict.HELD;
		}
		return (score >= this.flagged) ? Verdict.FLAGGED : Verdict.CLEAN;
	}

}
