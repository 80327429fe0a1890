package org.parley.forum.counter;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.forum.counter.CounterChange.Activity;

import static org.assertj.core.api.Assertions.assertThat;

class CounterChangeTests {

	private static final CounterTarget THREAD = new CounterTarget(CounterTarget.Kind.THREAD, "t", "t", 1, "alice");

	private static final Activity EARLY = new Activity(Instant.parse("2026-11-20T09:00:00Z"), "bob");

	private static final Activity LATE = new Activity(Instant.parse("2026-11-20T09:00:01Z"), "carol");

	@Test
	void plusAddsChanges() {
		var sum = new CounterChange(THREAD, 1, 2, 0, null, null).plus(new CounterChange(THREAD, 1, -1, 3, null, null));
		assertThat(sum).isEqualTo(new CounterChange(THREAD, 2, 1, 3, null, null));
	}

	@Test
	void plusKeepsLatestActivity() {
		var early = new CounterChange(THREAD, 1, 0, 0, EARLY, null);
		var late = new CounterChange(THREAD, 1, 0, 0, LATE, null);
		var none = new CounterChange(THREAD, -1, 0, 0, null, null);
		assertThat(early.plus(late).latest()).isEqualTo(LATE);
		assertThat(late.plus(early).latest()).isEqualTo(LATE);
		assertThat(none.plus(early).latest()).isEqualTo(EARLY);
		assertThat(early.plus(none).latest()).isEqualTo(EARLY);
	}

	@Test
	void resetReplacesEarlierActivity() {
		var late = new CounterChange(THREAD, 1, 0, 0, LATE, null);
		var left = new CounterChange(THREAD, 0, 0, 0, null, EARLY);
		assertThat(late.plus(left).left()).isEqualTo(EARLY);
		assertThat(late.plus(left).latest()).isNull();
		assertThat(left.plus(late).left()).isEqualTo(EARLY);
		assertThat(left.plus(late).latest()).isEqualTo(LATE);
	}

	@Test
	void plusUsesLatestThreadOfMovedPost() {
		var here = new CounterChange(new CounterTarget(CounterTarget.Kind.POST, "p", "t", 2, "alice"), 0, 1, 0, null,
				null);
		var there = new CounterChange(new CounterTarget(CounterTarget.Kind.POST, "p", "u", 9, "alice"), 0, 1, 0, null,
				null);
		assertThat(here.targetKey()).isEqualTo(there.targetKey());
		assertThat(here.plus(there).of().threadId()).isEqualTo("u");
		assertThat(here.plus(there).up()).isEqualTo(2);
	}

	@Test
	void oppositeVotesCancelOut() {
		assertThat(new CounterChange(THREAD, 1, 1, 0, null, null).plus(new CounterChange(THREAD, 0, -1, 0, null, null))
			.hasVotes()).isFalse();
		assertThat(new CounterChange(THREAD, 0, 1, 1, null, null).hasVotes()).isTrue();
	}

}
