package org.parley.launcher.ledger;

import java.time.Duration;
import java.util.Collections;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerVerdictTests {

	private final Scenery scenery = Scenery.withReplies(5);

	@Test
	void allIsWell() {
		var verdict = this.scenery.verdict();
		assertThat(verdict.findings()).isEmpty();
		assertThat(verdict.holds()).isTrue();
		assertThat(verdict.accepted()).isEqualTo(5);
	}

	@Test
	void aReplyThatIsNotStoredIsLost() {
		this.scenery.marks.remove("mark-post-3");
		expect(1, 0, 0);
	}

	@Test
	void aReplyThatIsStoredTwiceIsDoubled() {
		this.scenery.marks.put("mark-post-3", 2);
		expect(0, 1, 0);
	}

	@Test
	void aReplyThatIsNotShownIsLost() {
		this.scenery.shown.put("mark-post-3", false);
		expect(1, 0, 0);
	}

	@Test
	void aReplyThatNobodyHeardIsLost() {
		this.scenery.applied.remove(2);
		expect(1, 0, 0);
	}

	@Test
	void anEffectThatWasAppliedTwiceIsDoubled() {
		this.scenery.hear(Scenery.created("post-3"), 100);
		expect(0, 1, 0);
	}

	@Test
	void anEffectThatNobodyHadAcceptedIsOneTooMany() {
		this.scenery.hear(Scenery.created("post-of-nobody"), 100);
		expect(0, 1, 0);
	}

	@Test
	void anEffectBeforeOneThatWasAnsweredEarlierIsOutOfOrder() {
		Collections.swap(this.scenery.applied, 1, 3);
		expect(0, 0, 2);
	}

	@Test
	void whatWasSentAtTheSameTimeComesInAnyOrder() {
		this.scenery.reply("slow", 1, 1_000);
		this.scenery.applied.addFirst(this.scenery.applied.removeLast());
		assertThat(this.scenery.verdict().holds()).isTrue();
	}

	@Test
	void whatWasRefusedAndIsThereIsOneTooMany() {
		this.scenery.without("refused", WriteOutcome.REFUSED);
		assertThat(this.scenery.verdict().holds()).isTrue();
		this.scenery.marks.put("refused", 1);
		expect(0, 1, 0);
	}

	@Test
	void whatWasNeverAnsweredIsThereOnceOrNot() {
		this.scenery.without("unknown", WriteOutcome.UNKNOWN);
		assertThat(this.scenery.verdict().holds()).isTrue();
		this.scenery.marks.put("unknown", 1);
		this.scenery.replies.merge(Scenery.THREAD, 1, Integer::sum);
		this.scenery.hear(Scenery.created("unknown"), 100);
		assertThat(this.scenery.verdict().holds()).isTrue();
		this.scenery.marks.put("unknown", 2);
		expect(0, 1, 0);
	}

	@Test
	void aReplyThatIsNotCountedIsLostAndOneThatIsCountedTwiceIsDoubled() {
		this.scenery.replies.merge(Scenery.THREAD, -1, Integer::sum);
		expect(1, 0, 0);
		this.scenery.replies.merge(Scenery.THREAD, 2, Integer::sum);
		expect(0, 1, 0);
	}

	@Test
	void aChangeThatTheVersionDoesNotShowIsLostAndOneThatItShowsTwiceIsDoubled() {
		this.scenery.lock(1);
		assertThat(this.scenery.verdict().holds()).isTrue();
		this.scenery.versions.put(Scenery.THREAD, 0L);
		expect(1, 0, 0);
		this.scenery.versions.put(Scenery.THREAD, 2L);
		expect(0, 1, 0);
	}

	@Test
	void aVoteThatIsNotStoredIsLost() {
		this.scenery.votes.put(new LedgerVote("ann", "post-1"), -1);
		this.scenery.sums.put("post-1", -1);
		this.scenery.scores.put("post-1", new VoteScore(0, 1));
		expect(1, 0, 0);
	}

	@Test
	void aVoteThatIsNotCountedIsLostAndOneThatIsCountedTwiceIsDoubled() {
		this.scenery.sums.put("post-1", 0);
		expect(1, 0, 0);
		this.scenery.sums.put("post-1", 2);
		expect(0, 1, 0);
	}

	@Test
	void aVoteThatNobodyHeardIsLostAndOneThatWasHeardTwiceIsDoubled() {
		this.scenery.scores.remove("post-1");
		expect(1, 0, 0);
		this.scenery.scores.put("post-1", new VoteScore(2, 0));
		expect(0, 1, 0);
	}

	@Test
	void repeatedDeliveriesAreCountedAndNobodysFault() {
		this.scenery.deliverAgain();
		assertThat(this.scenery.verdict().holds()).isTrue();
		assertThat(this.scenery.verdict().repeated()).isEqualTo(1);
	}

	@Test
	void theDelayIsFromTheAnswerToTheEffect() {
		this.scenery.reply("late", 100, 200);
		this.scenery.applied.removeLast();
		this.scenery.hear(Scenery.created("late"), 700);
		assertThat(this.scenery.verdict().delay(100)).isEqualTo(Duration.ofMillis(500));
		assertThat(this.scenery.verdict().delay(50)).isEqualTo(Duration.ofMillis(1));
	}

	private void expect(long lost, long twice, long outOfOrder) {
		var verdict = this.scenery.verdict();
		assertThat(verdict.lost()).as("lost: %s", verdict.findings()).isEqualTo(lost);
		assertThat(verdict.twice()).as("twice: %s", verdict.findings()).isEqualTo(twice);
		assertThat(verdict.outOfOrder()).as("out of order: %s", verdict.findings()).isEqualTo(outOfOrder);
		assertThat(verdict.holds()).isFalse();
	}

}
