package org.parley.moderation.check;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.check.PostCheck.Stage;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;

import static org.assertj.core.api.Assertions.assertThat;

class PostCheckTests {

	private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

	private final CheckSettings settings = new CheckSettings(4, Duration.ofSeconds(30), Duration.ofMinutes(1),
			Duration.ofDays(7));

	@Test
	void cleanVerdictByRulesWaitsForModel() {
		var judged = check(0).judged(judgement(Verdict.CLEAN, Judgement.RULES), this.settings);
		assertThat(judged.stage()).isEqualTo(Stage.AGAIN);
		assertThat(judged.due()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
		assertThat(judged.until()).isEqualTo(NOW.plus(Duration.ofDays(7)));
		assertThat(judged.content()).isEqualTo("A text");
		assertThat(judged.suspected()).isFalse();
	}

	@Test
	void verdictByModelEndsCheck() {
		var judged = check(1).judged(judgement(Verdict.CLEAN, "a-model"), this.settings);
		assertThat(judged.stage()).isEqualTo(Stage.DONE);
		assertThat(judged.due()).isNull();
		assertThat(judged.content()).isEqualTo("A text");
	}

	@Test
	void removalByRulesEndsCheck() {
		var judged = check(1).judged(judgement(Verdict.REMOVED, Judgement.RULES), this.settings);
		assertThat(judged.stage()).isEqualTo(Stage.DONE);
	}

	@Test
	void postWithFindingStaysSuspected() {
		var flagged = check(1).judged(judgement(Verdict.FLAGGED, Judgement.RULES), this.settings);
		assertThat(flagged.suspected()).isTrue();
		assertThat(flagged.judged(judgement(Verdict.CLEAN, "a-model"), this.settings).suspected()).isTrue();
	}

	@Test
	void waitGrowsAndEnds() {
		var judged = check(10).judged(judgement(Verdict.CLEAN, Judgement.RULES), this.settings);
		assertThat(judged.due()).isEqualTo(NOW.plus(Duration.ofMinutes(10)));
		var last = judged.postponed(NOW.plus(Duration.ofDays(7)).minusSeconds(1), this.settings);
		assertThat(last.stage()).isEqualTo(Stage.DONE);
		assertThat(last.judgement()).isEqualTo(judged.judgement());
	}

	@Test
	void cancelledCheckIsNeverDue() {
		var cancelled = check(1).cancelled(NOW);
		assertThat(cancelled.stage()).isEqualTo(Stage.DONE);
		assertThat(cancelled.due()).isNull();
		assertThat(cancelled.content()).isNull();
		assertThat(cancelled.claim()).isNull();
		assertThat(cancelled.until()).isEqualTo(NOW);
	}

	@Test
	void checkCoversItsRevisionUnlessCancelledBeforeLastVerdict() {
		var waiting = check(1).judged(judgement(Verdict.CLEAN, Judgement.RULES), this.settings);
		var done = check(1).judged(judgement(Verdict.CLEAN, "a-model"), this.settings);
		for (var known : List.of(check(1), waiting, done, done.cancelled(NOW))) {
			assertThat(known.covers(new ContentRevision(0, 0))).isTrue();
			assertThat(known.covers(new ContentRevision(1, 0))).isFalse();
		}
		assertThat(check(1).cancelled(NOW).covers(new ContentRevision(0, 0))).isFalse();
		assertThat(waiting.cancelled(NOW).covers(new ContentRevision(0, 0))).isFalse();
		assertThat(waiting.cancelled(NOW).covers(new ContentRevision(-1, 0))).isTrue();
	}

	private static PostCheck check(int attempts) {
		var author = new AuthorReference("bob", "bob", "Bob");
		var thread = new ModeratedThreadReference("thread", "tomatoes", "Tomatoes",
				new ModeratedThreadReference.Category("category", "gardening"), author);
		return new PostCheck("post", new ModeratedPostReference("post", 2, author), thread, new ContentRevision(0, 0),
				"A text", "hash", Stage.FIRST, NOW, NOW, NOW, null, false, "claim", attempts, "correlation", null,
				null);
	}

	private static Judgement judgement(Verdict verdict, String engine) {
		return new Judgement(verdict, List.of(), engine, "Test", 1, Map.of(), 0, null, NOW, null, null, false);
	}

}
