package org.parley.forum.tally;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * By how much counters change.
 *
 * @param of whose counters
 * @param replies more or fewer replies
 * @param up more or fewer votes up
 * @param down more or fewer votes down
 * @param latest the newest post among the changes, if there is one
 */
record Change(Counted of, int replies, int up, int down, @Nullable Activity latest) {

	/** Both changes as one. */
	Change plus(Change other) {
		return new Change(this.of, this.replies + other.replies, this.up + other.up, this.down + other.down,
				later(this.latest, other.latest));
	}

	boolean hasVotes() {
		return this.up != 0 || this.down != 0;
	}

	private static @Nullable Activity later(@Nullable Activity one, @Nullable Activity other) {
		return Stream.of(one, other)
			.flatMap(Stream::ofNullable)
			.max(Comparator.comparing(Activity::at).thenComparing(Activity::by))
			.orElse(null);
	}

	/**
	 * Somebody posted.
	 *
	 * @param at when
	 * @param by the member's id
	 */
	record Activity(Instant at, String by) {
	}

}
