package org.parley.moderation.policy;

/**
 * From which score of a category of harm on which verdict follows.
 *
 * @param flagged from 0 to 1
 * @param held from 0 to 1
 * @param removed from 0 to 1; above 1 for never
 */
public record Thresholds(double flagged, double held, double removed) {

	public Thresholds {
		if (!(0 <= flagged && flagged <= held && held <= removed)) {
			throw new IllegalArgumentException("Thresholds must rise from flagged to removed");
		}
	}

	/** What a score comes to. */
	public Verdict of(double score) {
		if (score >= this.removed) {
			return Verdict.REMOVED;
		}
		if (score >= this.held) {
			return Verdict.HELD;
		}
		return (score >= this.flagged) ? Verdict.FLAGGED : Verdict.CLEAN;
	}

}
