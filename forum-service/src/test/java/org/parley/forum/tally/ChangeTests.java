package org.parley.forum.tally;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.forum.tally.Change.Activity;

import static org.assertj.core.api.Assertions.assertThat;

class ChangeTests {

	private static final Counted THREAD = new Counted(Counted.Kind.THREAD, "t", "t", 1, "alice");

	private static final Activity EARLY = new Activity(Instant.parse("2026-11-20T09:00:00Z"), "bob");

	private static final Activity LATE = new Activity(Instant.parse("2026-11-20T09:00:01Z"), "carol");

	@Test
	void changesAddUp() {
		var sum = new Change(THREAD, 1, 2, 0, null).plus(new Change(THREAD, 1, -1, 3, null));
		assertThat(sum).isEqualTo(new Change(THREAD, 2, 1, 3, null));
	}

	@Test
	void theLatestActivityStaysWhicheverComesFirst() {
		var early = new Change(THREAD, 1, 0, 0, EARLY);
		var late = new Change(THREAD, 1, 0, 0, LATE);
		var none = new Change(THREAD, -1, 0, 0, null);
		assertThat(early.plus(late).latest()).isEqualTo(LATE);
		assertThat(late.plus(early).latest()).isEqualTo(LATE);
		assertThat(none.plus(early).latest()).isEqualTo(EARLY);
		assertThat(early.plus(none).latest()).isEqualTo(EARLY);
	}

	@Test
	void votesThatCancelEachOtherAreNone() {
		assertThat(new Change(THREAD, 1, 1, 0, null).plus(new Change(THREAD, 0, -1, 0, null)).hasVotes()).isFalse();
		assertThat(new Change(THREAD, 0, 1, 1, null).hasVotes()).isTrue();
	}

}
