package org.parley.resilience.ledger;

import java.util.Collection;

/**
 * Numbers of votes.
 *
 * @param up number of upvotes
 * @param down number of downvotes
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

	/** Returns the number of votes missing in the other score. */
	public int beyond(VoteScore other) {
		return Math.max(0, this.up - other.up) + Math.max(0, this.down - other.down);
	}

}
