package org.parley.contracts.forum;

/**
 * The vote totals of a thread or a post, as of the last applied batch.
 *
 * @param score up minus down
 * @param version the version of the counters, which grows with every batch
 */
public record VoteTotals(int up, int down, int score, long version) {

	/** The totals without any votes. */
	public static final VoteTotals NONE = new VoteTotals(0, 0, 0, 0);

}
