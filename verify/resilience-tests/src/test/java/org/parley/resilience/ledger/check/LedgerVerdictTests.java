package org.parley.resilience.ledger.check;

import java.time.Duration;
import java.util.Collections;

import org.parley.resilience.ledger.LedgerVote;
import org.parley.resilience.ledger.VoteScore;
import org.parley.resilience.ledger.WriteOutcome;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerVerdictTests {

	private final LedgerFixture fixture = LedgerFixture.withReplies(5);

	@Test
	void completeLedgerHasNoFindings() {
		var verdict = this.fixture.verdict();
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.isPassed()).isTrue();
		assertThat(verdict.accepted()).isEqualTo(5);
	}

	@Test
	void replyNotStoredIsLost() {
		this.fixture.marks.remove("mark-post-3");
		expect(1, 0, 0);
	}

	@Test
	void replyStoredTwiceIsTwice() {
		this.fixture.marks.put("mark-post-3", 2);
		expect(0, 1, 0);
	}

	@Test
	void replyNotVisibleIsLost() {
		this.fixture.shown.put("mark-post-3", false);
		expect(1, 0, 0);
	}

	@Test
	void replyWithoutEventIsLost() {
		this.fixture.applied.remove(2);
		expect(1, 0, 0);
	}

	@Test
	void effectAppliedTwiceIsTwice() {
		this.fixture.apply(LedgerFixture.created("post-3"), 100);
		expect(0, 1, 0);
	}

	@Test
	void effectWithoutAcceptedWriteIsTwice() {
		this.fixture.apply(LedgerFixture.created("post-of-nobody"), 100);
		expect(0, 1, 0);
	}

	@Test
	void effectBeforeEarlierAnsweredWriteIsOutOfOrder() {
		Collections.swap(this.fixture.applied, 1, 3);
		expect(0, 0, 2);
	}

	@Test
	void concurrentWritesMayHaveAnyOrder() {
		this.fixture.reply("slow", 1, 1_000);
		this.fixture.applied.addFirst(this.fixture.applied.removeLast());
		assertThat(this.fixture.verdict().isPassed()).isTrue();
	}

	@Test
	void refusedWriteThatIsStoredIsTwice() {
		this.fixture.replyWithoutEffect("refused", WriteOutcome.REFUSED);
		assertThat(this.fixture.verdict().isPassed()).isTrue();
		this.fixture.marks.put("refused", 1);
		expect(0, 1, 0);
	}

	@Test
	void unknownWriteMayBeStoredOnce() {
		this.fixture.replyWithoutEffect("unknown", WriteOutcome.UNKNOWN);
		assertThat(this.fixture.verdict().isPassed()).isTrue();
		this.fixture.marks.put("unknown", 1);
		this.fixture.replies.merge(LedgerFixture.THREAD, 1, Integer::sum);
		this.fixture.apply(LedgerFixture.created("unknown"), 100);
		assertThat(this.fixture.verdict().isPassed()).isTrue();
		this.fixture.marks.put("unknown", 2);
		expect(0, 1, 0);
	}

	@Test
	void replyCounterMustCountEachReplyOnce() {
		this.fixture.replies.merge(LedgerFixture.THREAD, -1, Integer::sum);
		expect(1, 0, 0);
		this.fixture.replies.merge(LedgerFixture.THREAD, 2, Integer::sum);
		expect(0, 1, 0);
	}

	@Test
	void versionMustCountEachChangeOnce() {
		this.fixture.lock(1);
		assertThat(this.fixture.verdict().isPassed()).isTrue();
		this.fixture.versions.put(LedgerFixture.THREAD, 0L);
		expect(1, 0, 0);
		this.fixture.versions.put(LedgerFixture.THREAD, 2L);
		expect(0, 1, 0);
	}

	@Test
	void voteNotStoredIsLost() {
		this.fixture.votes.put(new LedgerVote("ann", "post-1"), -1);
		this.fixture.sums.put("post-1", -1);
		this.fixture.scores.put("post-1", new VoteScore(0, 1));
		expect(1, 0, 0);
	}

	@Test
	void scoreMustCountEachVoteOnce() {
		this.fixture.sums.put("post-1", 0);
		expect(1, 0, 0);
		this.fixture.sums.put("post-1", 2);
		expect(0, 1, 0);
	}

	@Test
	void eventsMustCountEachVoteOnce() {
		this.fixture.scores.remove("post-1");
		expect(1, 0, 0);
		this.fixture.scores.put("post-1", new VoteScore(2, 0));
		expect(0, 1, 0);
	}

	@Test
	void redeliveriesAreCountedButNoFindings() {
		this.fixture.redeliver();
		assertThat(this.fixture.verdict().isPassed()).isTrue();
		assertThat(this.fixture.verdict().repeated()).isEqualTo(1);
	}

	@Test
	void delayIsFromResponseToEffect() {
		this.fixture.reply("late", 100, 200);
		this.fixture.applied.removeLast();
		this.fixture.apply(LedgerFixture.created("late"), 700);
		assertThat(this.fixture.verdict().delay(100)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.fixture.verdict().delay(50)).isEqualTo(Duration.ofMillis(1));
	}

	private void expect(long lost, long twice, long outOfOrder) {
		var verdict = this.fixture.verdict();
		assertThat(verdict.lost()).as("lost: %s", verdict.findings()).isEqualTo(lost);
		assertThat(verdict.twice()).as("twice: %s", verdict.findings()).isEqualTo(twice);
		assertThat(verdict.outOfOrder()).as("out of order: %s", verdict.findings()).isEqualTo(outOfOrder);
		assertThat(verdict.isPassed()).isFalse();
	}

}
