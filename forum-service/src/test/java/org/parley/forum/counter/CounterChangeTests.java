package org.parley.forum.counter;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.parley.forum.counter.CounterChange.ThreadVotes;
import org.parley.forum.counter.LastActivities.Activity;

import static org.assertj.core.api.Assertions.assertThat;

class CounterChangeTests {

	private static final CounterTarget THREAD = CounterTarget.ofThread("t", "alice");

	private static final CounterTarget POST = new CounterTarget(CounterTarget.Kind.POST, "p", "t", 2, "alice");

	private static final Activity EARLY = new Activity(Instant.parse("2026-11-20T09:00:00Z"), "bob");

	private static final Activity LATE = new Activity(Instant.parse("2026-11-20T09:00:01Z"), "carol");

	@Test
	void plusAddsChanges() {
		var sum = CounterChange.ofVotes(POST, 2, 0).plus(CounterChange.ofVotes(POST, -1, 3));
		assertThat(sum).isEqualTo(CounterChange.ofVotes(POST, 1, 3));
		assertThat(CounterChange.ofReplies(THREAD, 1, null).plus(CounterChange.ofReplies(THREAD, 1, null)).replies())
			.isEqualTo(2);
	}

	@Test
	void plusKeepsLatestActivity() {
		var early = CounterChange.ofReplies(THREAD, 1, EARLY);
		var late = CounterChange.ofReplies(THREAD, 1, LATE);
		var none = CounterChange.ofReplies(THREAD, 1, null);
		assertThat(early.plus(late).latest()).isEqualTo(LATE);
		assertThat(late.plus(early).latest()).isEqualTo(LATE);
		assertThat(none.plus(early).latest()).isEqualTo(EARLY);
		assertThat(early.plus(none).latest()).isEqualTo(EARLY);
	}

	@Test
	void sumWithHiddenReplyRecedes() {
		var reply = CounterChange.ofReplies(THREAD, 1, LATE);
		var hidden = CounterChange.ofHiddenReplies(THREAD, 1);
		assertThat(reply.plus(hidden)).isEqualTo(hidden.plus(reply))
			.isEqualTo(new CounterChange(THREAD, 0, 0, 0, LATE, true, null));
		assertThat(reply.plus(hidden).withLatest(EARLY).latest()).isEqualTo(EARLY);
	}

	@Test
	void plusKeepsLatestVotesOfOpeningPost() {
		var first = CounterChange.ofOpeningVotes(THREAD, new ThreadVotes(1, 0));
		var second = CounterChange.ofOpeningVotes(THREAD, new ThreadVotes(1, 1));
		assertThat(first.plus(second).votes()).isEqualTo(new ThreadVotes(1, 1));
		assertThat(first.plus(CounterChange.ofReplies(THREAD, 1, LATE)).votes()).isEqualTo(new ThreadVotes(1, 0));
		assertThat(first.hasVotes()).isFalse();
	}

	@Test
	void plusUsesLatestThreadOfMovedPost() {
		var here = CounterChange.ofVotes(POST, 1, 0);
		var there = CounterChange.ofVotes(new CounterTarget(CounterTarget.Kind.POST, "p", "u", 9, "alice"), 1, 0);
		assertThat(here.targetKey()).isEqualTo(there.targetKey());
		assertThat(here.plus(there).of().threadId()).isEqualTo("u");
		assertThat(here.plus(there).up()).isEqualTo(2);
	}

	@Test
	void oppositeVotesCancelOut() {
		assertThat(CounterChange.ofVotes(POST, 1, 0).plus(CounterChange.ofVotes(POST, -1, 0)).hasVotes()).isFalse();
		assertThat(CounterChange.ofVotes(POST, 1, 1).hasVotes()).isTrue();
	}

}
