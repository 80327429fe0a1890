package org.parley.forum.counter;

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
 * @param left the last post that is left, when posts went elsewhere; what was newer
 * before does not count
 */
record CounterChange(CounterTarget of, int replies, int up, int down, @Nullable Activity latest,
		@Nullable Activity left) {

	/** This change and a later one as one. */
	CounterChange plus(CounterChange next) {
		var newest = (next.left != null) ? next.latest : later(this.latest, next.latest);
		return new CounterChange(next.of, this.replies + next.replies, this.up + next.up, this.down + next.down, newest,
				(next.left != null) ? next.left : this.left);
	}

	/** What changes, wherever that is by now. */
	String target() {
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
	 * Somebody posted.
	 *
	 * @param at when
	 * @param by the member's id
	 */
	record Activity(Instant at, String by) {
	}

}
