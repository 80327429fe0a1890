package org.parley.moderation.statement;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contracts.moderation.Verdict;
import org.parley.moderation.cases.CaseGrounds;
import org.parley.moderation.cases.Moderator;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.statement.token.AppealToken;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.platform.readmodels.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StatementTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Duration PERIOD = Duration.ofDays(183);

	private static final Duration ANSWER = Duration.ofDays(14);

	private static final AuthorReference BOB = new AuthorReference("bob", "bob", "Bob");

	private static final Moderator ALICE = moderator("alice");

	private static final Moderator CAROL = moderator("carol");

	@Test
	void appealHasDeadlineAndIsFiledOnce() {
		var statement = removed(ALICE);
		var filed = statement.fileAppeal("I quoted it.", NOW, ANSWER);
		assertThat(filed.answerBy()).isEqualTo(NOW.plus(ANSWER));
		refused("appeal.exists", () -> statement.fileAppeal("Again.", NOW, ANSWER));
	}

	@Test
	void appealAfterPeriodIsRefused() {
		var statement = removed(ALICE);
		refused("appeal.too-late", () -> statement.fileAppeal("Late.", NOW.plus(PERIOD).plusMillis(1), ANSWER));
		statement.fileAppeal("In time.", NOW.plus(PERIOD), ANSWER);
	}

	@Test
	void appealAgainstEndedRestrictionIsRefused() {
		var lifted = removed(ALICE);
		lifted.lift(null, NOW);
		refused("statement.lifted", () -> lifted.fileAppeal("Why?", NOW, ANSWER));
		var superseded = removed(ALICE);
		superseded.supersede(NOW);
		refused("statement.superseded", () -> superseded.fileAppeal("Why?", NOW, ANSWER));
	}

	@Test
	void onlyBanLocksOutAuthor() {
		assertThat(Restriction.values()).filteredOn(Restriction::locksOut).containsExactly(Restriction.BAN);
		assertThat(removed(ALICE).locksOutAuthor()).isFalse();
		assertThat(AppealToken.next()).isNotEqualTo(AppealToken.next()).hasToString("AppealToken[***]");
	}

	@Test
	void tokenAdmitsUntilDeadlineOfAppeal() {
		var statement = removed(ALICE);
		var token = AppealToken.next();
		assertThat(statement.admits(token, NOW)).isFalse();
		statement.admit(token);
		assertThat(statement.admits(token, NOW.plus(PERIOD))).isTrue();
		assertThat(statement.admits(token, NOW.plus(PERIOD).plusMillis(1))).isFalse();
		assertThat(statement.admits(AppealToken.next(), NOW)).isFalse();
		statement.fileAppeal("I quoted it.", NOW, ANSWER);
		assertThat(statement.admits(token, NOW)).isTrue();
	}

	@Test
	void onlyAnotherModeratorAnswersAppeal() {
		var statement = removed(ALICE);
		refused("appeal.answered", () -> statement.requireAnswerableBy(CAROL));
		statement.fileAppeal("I quoted it.", NOW, ANSWER);
		refused("appeal.own-decision", () -> statement.requireAnswerableBy(ALICE));
		refused("appeal.own-post", () -> statement.requireAnswerableBy(moderator("bob")));
		statement.uphold(CAROL, "No.", NOW);
		assertThat(statement.appeal().orElseThrow().status()).isEqualTo(AppealStatus.UPHELD);
		assertThat(statement.status()).isEqualTo(StatementStatus.IN_FORCE);
		refused("appeal.answered", () -> statement.uphold(CAROL, null, NOW));
	}

	@Test
	void reversalAnswersOpenAppeal() {
		var statement = removed(ALICE);
		statement.fileAppeal("I quoted it.", NOW, ANSWER);
		statement.lift(new Appeal.Answer("True.", CAROL.person(), NOW), NOW);
		assertThat(statement.appeal().orElseThrow().status()).isEqualTo(AppealStatus.OVERTURNED);
		assertThat(statement.status()).isEqualTo(StatementStatus.LIFTED);
		assertThat(statement.liftNote()).isEqualTo("True.");
	}

	@Test
	void laterDecisionClosesAppeal() {
		var statement = held();
		statement.fileAppeal("It is harmless.", NOW, ANSWER);
		statement.supersede(NOW);
		assertThat(statement.appeal().orElseThrow().status()).isEqualTo(AppealStatus.CLOSED);
		assertThat(statement.appeal().orElseThrow().answer()).isNull();
	}

	@Test
	void answeredAppealKeepsItsAnswer() {
		var statement = held();
		statement.fileAppeal("It is harmless.", NOW, ANSWER);
		statement.uphold(CAROL, "No.", NOW);
		statement.lift(null, NOW);
		assertThat(statement.appeal().orElseThrow().status()).isEqualTo(AppealStatus.UPHELD);
	}

	@Test
	void checksChangeOnlyTheirOwnRestrictions() {
		assertThat(held().outranksChecks()).isFalse();
		assertThat(removed(ALICE).outranksChecks()).isTrue();
		assertThat(statement(new Measure(Restriction.WARN, false, null, null, null, ALICE.person())).outranksChecks())
			.isFalse();
		assertThat(
				statement(new Measure(Restriction.EDIT, false, null, null, "Better", ALICE.person())).outranksChecks())
			.isFalse();
	}

	@Test
	void eachEffectOfFindingIsMeasure() {
		assertThat(restrictions(Verdict.FLAGGED, null, null)).isEmpty();
		assertThat(restrictions(Verdict.HELD, null, null)).containsExactly(Restriction.HOLD);
		assertThat(restrictions(Verdict.FLAGGED, true, NOW)).containsExactly(Restriction.LOCK, Restriction.LIMIT);
		assertThat(restrictions(Verdict.REMOVED, true, null)).containsExactly(Restriction.REMOVE, Restriction.LOCK);
	}

	@Test
	void editReplacesWhatHidesPostAndEarlierEdit() {
		assertThat(held().isReplacedBy(Restriction.EDIT)).isTrue();
		assertThat(statement(new Measure(Restriction.EDIT, false, null, null, "Better", ALICE.person()))
			.isReplacedBy(Restriction.EDIT)).isTrue();
		assertThat(removed(ALICE).isReplacedBy(Restriction.EDIT)).isFalse();
		var limit = statement(
				Measure.of(new CaseGrounds.CheckFinding(Verdict.FLAGGED, "rules", 1, null, NOW)).getFirst());
		assertThat(limit.isReplacedBy(Restriction.REMOVE)).isFalse();
	}

	@ParameterizedTest
	@EnumSource(Restriction.class)
	void lockEndsOnlyWithDecisionThatRemovesPost(Restriction later) {
		var lock = statement(
				Measure.of(new CaseGrounds.CheckFinding(Verdict.FLAGGED, "rules", 1, true, null)).getFirst());
		assertThat(lock.isReplacedBy(later)).isEqualTo(later == Restriction.REMOVE || later == Restriction.BAN);
	}

	private static List<Restriction> restrictions(Verdict verdict, @Nullable Boolean locks,
			@Nullable Instant limitedUntil) {
		return Measure.of(new CaseGrounds.CheckFinding(verdict, "rules", 1, locks, limitedUntil))
			.stream()
			.map(Measure::restriction)
			.toList();
	}

	private static Statement removed(Moderator by) {
		return statement(new Measure(Restriction.REMOVE, false, "Advertising.", null, null, by.person()));
	}

	private static Statement held() {
		return statement(Measure.of(new CaseGrounds.CheckFinding(Verdict.HELD, "rules", 1, null, null)).getFirst());
	}

	private static Statement statement(Measure measure) {
		var thread = new ModeratedThreadReference("thread", "a-thread", "A thread",
				new ModeratedThreadReference.Category("category", "c"), BOB);
		var grounds = new CaseGrounds(new ModeratedPostReference("post", 2, BOB), thread, new ContentRevision(0, 0),
				"Buy this", new CaseGrounds.CheckFinding(Verdict.HELD, "rules", 1, null, null), List.of("word-list"));
		return Statement.issue("case", grounds, measure, NOW, PERIOD);
	}

	private static Moderator moderator(String id) {
		return new Moderator(new AuthorReference(id, id, id), new ModerationScope(Audience.MODERATORS, Set.of()));
	}

	private static void refused(String code, Runnable request) {
		assertThatExceptionOfType(StatementRefusedException.class).isThrownBy(request::run)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
