package org.parley.forum.counter;

import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * A change of counters.
 *
 * @param of the target whose counters change
 * @param replies the change of the reply count
 * @param up the change of the votes up
 * @param down the change of the votes down
 * @param latest the newest post of the change, if any
 * @param left the last remaining post after posts were moved away, if any; replaces newer
 * activity of earlier changes
 */
record CounterChange(CounterTarget of, int replies, int up, int down, @Nullable Activity latest,
		@Nullable Activity left) {

	/** Adds a later change to this one. */
	CounterChange plus(CounterChange next) {
		var newest = (next.left != null) ? next.latest : later(this.latest, next.latest);
		return new CounterChange(next.of, this.replies + next.replies, this.up + next.up, this.down + next.down, newest,
				(next.left != null) ? next.left : this.left);
	}

	/** Identifies the target wherever it is now. */
	String targetKey() {
		return this.of.kind() + ":" + this.of.targetId();
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
	 * The creation of a post.
	 *
	 * @param at when it was created
	 * @param by the id of its author
	 */
	record Activity(Instant at, String by) {
	}

}
