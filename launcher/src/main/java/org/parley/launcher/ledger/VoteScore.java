package org.parley.launcher.ledger;

import java.util.Collection;

/**
 * Votes, counted.
 *
 * @param up how many are for
 * @param down how many are against
 */
public record VoteScore(int up, int down) {

	public static final VoteScore NONE = new VoteScore(0, 0);

	public static VoteScore of(Collection<Integer> votes) {
		return new VoteScore((int) votes.stream().filter((vote) -> vote > 0).count(),
				(int) votes.stream().filter((vote) -> vote < 0).count());
	}

	public int sum() {
		return this.up - this.down;
	}

	/** How many votes the other has not. */
	public int beyond(VoteScore other) {
		return Math.max(0, this.up - other.up) + Math.max(0, this.down - other.down);
	}

}
