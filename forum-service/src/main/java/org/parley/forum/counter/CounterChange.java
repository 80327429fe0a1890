package org.parley.forum.counter;

import java.util.Comparator;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.forum.counter.LastActivities.Activity;

/**
 * A change of counters.
 *
 * @param of the target whose counters change
 * @param up the change of the votes up
 * @param down the change of the votes down
 * @param latest the newest post of the change, if any
 * @param receding whether a post was hidden or moved away, so that the last activity may
 * be an earlier one; the taken batch then has it as {@code latest}
 * @param votes the totals of the opening post, which are those of its thread; only for
 * threads in a taken batch
 */
record CounterChange(CounterTarget of, int replies, int up, int down, @Nullable Activity latest, boolean receding,
		@Nullable ThreadVotes votes) {

	/** A change of the number of replies, with the newest of them, if any. */
	static CounterChange ofReplies(CounterTarget thread, int difference, @Nullable Activity latest) {
		return new CounterChange(thread, difference, 0, 0, latest, false, null);
	}

	/** Posts were hidden or moved away. */
	static CounterChange ofHiddenReplies(CounterTarget thread, int count) {
		return new CounterChange(thread, -count, 0, 0, null, true, null);
	}

	static CounterChange ofVotes(CounterTarget post, int up, int down) {
		return new CounterChange(post, 0, up, down, null, false, null);
	}

	static CounterChange ofOpeningVotes(CounterTarget thread, ThreadVotes votes) {
		return new CounterChange(thread, 0, 0, 0, null, false, votes);
	}

	/** Adds a later change to this one. */
	CounterChange plus(CounterChange next) {
		return new CounterChange(next.of, this.replies + next.replies, this.up + next.up, this.down + next.down,
				later(this.latest, next.latest), this.receding || next.receding,
				(next.votes != null) ? next.votes : this.votes);
	}

	/** The same change with the last activity of its thread. */
	CounterChange withLatest(@Nullable Activity last) {
		return new CounterChange(this.of, this.replies, this.up, this.down, last, this.receding, this.votes);
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

	/** The votes on a post that opens a thread. */
	record ThreadVotes(int up, int down) {
	}

}
