package org.parley.launcher.ledger;

import java.util.Collection;

/**
 * Votes, counted.
 *
 * @param up how many are for
 * @param down how many are against
 */
public record Score(int up, int down) {

	static final Score NONE = new Score(0, 0);

	static Score of(Collection<Integer> votes) {
		return new Score((int) votes.stream().filter((vote) -> vote > 0).count(),
				(int) votes.stream().filter((vote) -> vote < 0).count());
	}

	int sum() {
		return this.up - this.down;
	}

	/** How many votes the other has not. */
	int beyond(Score other) {
		return Math.max(0, this.up - other.up) + Math.max(0, this.down - other.down);
	}

}
