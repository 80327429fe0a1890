package org.parley.launcher.ledger.check;

import java.time.Duration;
import java.util.Collections;

import org.parley.launcher.ledger.LedgerVote;
import org.parley.launcher.ledger.VoteScore;
import org.parley.launcher.ledger.WriteOutcome;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerVerdictTests {

	private final LedgerFixture ledgerFixture = LedgerFixture.withReplies(5);

	@Test
	void allIsWell() {
		var verdict = this.ledgerFixture.verdict();
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.holds()).isTrue();
		assertThat(verdict.accepted()).isEqualTo(5);
	}

	@Test
	void aReplyThatIsNotStoredIsLost() {
		this.ledgerFixture.marks.remove("mark-post-3");
		expect(1, 0, 0);
	}

	@Test
	void aReplyThatIsStoredTwiceIsDoubled() {
		this.ledgerFixture.marks.put("mark-post-3", 2);
		expect(0, 1, 0);
	}

	@Test
	void aReplyThatIsNotShownIsLost() {
		this.ledgerFixture.shown.put("mark-post-3", false);
		expect(1, 0, 0);
	}

	@Test
	void aReplyThatNobodyHeardIsLost() {
		this.ledgerFixture.applied.remove(2);
		expect(1, 0, 0);
	}

	@Test
	void anEffectThatWasAppliedTwiceIsDoubled() {
		this.ledgerFixture.hear(LedgerFixture.created("post-3"), 100);
		expect(0, 1, 0);
	}

	@Test
	void anEffectThatNobodyHadAcceptedIsOneTooMany() {
		this.ledgerFixture.hear(LedgerFixture.created("post-of-nobody"), 100);
		expect(0, 1, 0);
	}

	@Test
	void anEffectBeforeOneThatWasAnsweredEarlierIsOutOfOrder() {
		Collections.swap(this.ledgerFixture.applied, 1, 3);
		expect(0, 0, 2);
	}

	@Test
	void whatWasSentAtTheSameTimeComesInAnyOrder() {
		this.ledgerFixture.reply("slow", 1, 1_000);
		this.ledgerFixture.applied.addFirst(this.ledgerFixture.applied.removeLast());
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
	}

	@Test
	void whatWasRefusedAndIsThereIsOneTooMany() {
		this.ledgerFixture.without("refused", WriteOutcome.REFUSED);
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
		this.ledgerFixture.marks.put("refused", 1);
		expect(0, 1, 0);
	}

	@Test
	void whatWasNeverAnsweredIsThereOnceOrNot() {
		this.ledgerFixture.without("unknown", WriteOutcome.UNKNOWN);
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
		this.ledgerFixture.marks.put("unknown", 1);
		this.ledgerFixture.replies.merge(LedgerFixture.THREAD, 1, Integer::sum);
		this.ledgerFixture.hear(LedgerFixture.created("unknown"), 100);
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
		this.ledgerFixture.marks.put("unknown", 2);
		expect(0, 1, 0);
	}

	@Test
	void aReplyThatIsNotCountedIsLostAndOneThatIsCountedTwiceIsDoubled() {
		this.ledgerFixture.replies.merge(LedgerFixture.THREAD, -1, Integer::sum);
		expect(1, 0, 0);
		this.ledgerFixture.replies.merge(LedgerFixture.THREAD, 2, Integer::sum);
		expect(0, 1, 0);
	}

	@Test
	void aChangeThatTheVersionDoesNotShowIsLostAndOneThatItShowsTwiceIsDoubled() {
		this.ledgerFixture.lock(1);
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
		this.ledgerFixture.versions.put(LedgerFixture.THREAD, 0L);
		expect(1, 0, 0);
		this.ledgerFixture.versions.put(LedgerFixture.THREAD, 2L);
		expect(0, 1, 0);
	}

	@Test
	void aVoteThatIsNotStoredIsLost() {
		this.ledgerFixture.votes.put(new LedgerVote("ann", "post-1"), -1);
		this.ledgerFixture.sums.put("post-1", -1);
		this.ledgerFixture.scores.put("post-1", new VoteScore(0, 1));
		expect(1, 0, 0);
	}

	@Test
	void aVoteThatIsNotCountedIsLostAndOneThatIsCountedTwiceIsDoubled() {
		this.ledgerFixture.sums.put("post-1", 0);
		expect(1, 0, 0);
		this.ledgerFixture.sums.put("post-1", 2);
		expect(0, 1, 0);
	}

	@Test
	void aVoteThatNobodyHeardIsLostAndOneThatWasHeardTwiceIsDoubled() {
		this.ledgerFixture.scores.remove("post-1");
		expect(1, 0, 0);
		this.ledgerFixture.scores.put("post-1", new VoteScore(2, 0));
		expect(0, 1, 0);
	}

	@Test
	void repeatedDeliveriesAreCountedAndNobodysFault() {
		this.ledgerFixture.deliverAgain();
		assertThat(this.ledgerFixture.verdict().holds()).isTrue();
		assertThat(this.ledgerFixture.verdict().repeated()).isEqualTo(1);
	}

	@Test
	void theDelayIsFromTheAnswerToTheEffect() {
		this.ledgerFixture.reply("late", 100, 200);
		this.ledgerFixture.applied.removeLast();
		this.ledgerFixture.hear(LedgerFixture.created("late"), 700);
		assertThat(this.ledgerFixture.verdict().delay(100)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.ledgerFixture.verdict().delay(50)).isEqualTo(Duration.ofMillis(1));
	}

	private void expect(long lost, long twice, long outOfOrder) {
		var verdict = this.ledgerFixture.verdict();
		assertThat(verdict.lost()).as("lost: %s", verdict.findings()).isEqualTo(lost);
		assertThat(verdict.twice()).as("twice: %s", verdict.findings()).isEqualTo(twice);
		assertThat(verdict.outOfOrder()).as("out of order: %s", verdict.findings()).isEqualTo(outOfOrder);
		assertThat(verdict.holds()).isFalse();
	}

}
