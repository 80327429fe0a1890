package org.parley.forum.counter;

/**
 * How the votes on a thread or a post stand, as far as they are folded.
 *
 * @param up how many are for it
 * @param down how many are against it
 * @param score up minus down
 * @param version of the counters alone: grows with every fold
 */
public record VoteTotals(int up, int down, int score, long version) {

	/** Of what nobody has voted on. */
	public static final VoteTotals NONE = new VoteTotals(0, 0, 0, 0);

}
