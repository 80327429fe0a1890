package org.parley.forum.tally;

/**
 * How the votes on a thread or a post stand, as far as they are folded.
 *
 * @param up how many are for it
 * @param down how many are against it
 * @param score up minus down
 * @param version of the counters alone: grows with every fold
 */
public record Standing(int up, int down, int score, long version) {

	/** Of what nobody has voted on. */
	public static final Standing NONE = new Standing(0, 0, 0, 0);

}
