package org.parley.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.contracts.media.AttachedMedium;
import org.parley.contracts.media.MediaKind;
import org.parley.contracts.media.MediaPurpose;
import org.parley.contracts.moderation.Decision;
import org.parley.moderation.category.ModerationScope;
import org.parley.moderation.subject.AuthorReference;
import org.parley.moderation.subject.ContentRevision;
import org.parley.moderation.subject.ModeratedPostReference;
import org.parley.moderation.subject.ModeratedThreadReference;
import org.parley.moderation.subject.QuotedText;
import org.parley.moderation.subject.ReaderReport;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ModerationCaseTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Instant LATER = NOW.plus(ModerationCase.CLAIM_DURATION);

	private static final AuthorReference BOB = new AuthorReference("bob", "bob", "Bob");

	private static final Moderator ALICE = moderator("alice", Audience.MODERATORS);

	private static final Moderator CAROL = moderator("carol", Audience.MODERATORS);

	private static final Moderator ADMIN = moderator("admin", Audience.ADMINS);

	private static final Moderator BOB_HIMSELF = moderator("bob", Audience.ADMINS);

	private final ModerationCase opened = ModerationCase.open(grounds("Buy this", List.of("word-list")), NOW);

	@Test
	void claimedCaseIsForItsModerator() {
		assertThat(this.opened.claim(ALICE, NOW)).isTrue();
		assertThat(this.opened.claim(ALICE, NOW)).isFalse();
		assertThat(this.opened.status()).isEqualTo(CaseStatus.CLAIMED);
		for (var other : List.of(CAROL, ADMIN)) {
			refused("case.claimed", () -> this.opened.claim(other, NOW));
			refused("case.claimed", () -> decide(other, Decision.DISMISS, NOW));
		}
		refused("case.claimed", () -> this.opened.release(CAROL));
		decide(ALICE, Decision.REMOVE, NOW);
	}

	@Test
	void claimEndsAfterItsTime() {
		this.opened.claim(ALICE, NOW);
		refused("case.claimed", () -> this.opened.claim(CAROL, LATER.minus(Duration.ofMillis(1))));
		assertThat(this.opened.claim(CAROL, LATER)).isTrue();
		refused("case.claimed", () -> decide(ALICE, Decision.REMOVE, LATER));
	}

	@Test
	void claimIsReleasedByItsModeratorOrAdministrator() {
		for (var releasing : List.of(ALICE, ADMIN)) {
			assertThat(this.opened.release(releasing)).isFalse();
			this.opened.claim(ALICE, NOW);
			assertThat(this.opened.release(releasing)).isTrue();
			assertThat(this.opened.status()).isEqualTo(CaseStatus.OPEN);
		}
		decide(CAROL, Decision.DISMISS, NOW);
	}

	@Test
	void decidedCaseIsClosed() {
		decide(ALICE, Decision.REMOVE, NOW);
		refused("case.decided", () -> this.opened.claim(ALICE, NOW));
		refused("case.decided", () -> this.opened.release(ADMIN));
		refused("case.decided", () -> decide(ADMIN, Decision.DISMISS, NOW));
	}

	@Test
	void withdrawnCaseIsClosedUntilReopened() {
		this.opened.claim(ALICE, NOW);
		var first = this.opened.opening();
		var withdrawn = this.opened.withdraw(CaseWithdrawal.EDITED);
		assertThat(withdrawn.type()).isEqualTo("case.withdrawn");
		refused("case.withdrawn", () -> this.opened.claim(ALICE, NOW));
		refused("case.withdrawn", () -> decide(ALICE, Decision.REMOVE, NOW));
		this.opened.reopen();
		assertThat(this.opened.opening().version()).isGreaterThan(withdrawn.version());
		assertThat(withdrawn.version()).isGreaterThan(first.version());
		assertThat(this.opened.opening().caseId()).isEqualTo(withdrawn.caseId());
		assertThat(this.opened.claim()).isNull();
		assertThat(this.opened.withdrawal()).isNull();
		decide(CAROL, Decision.REMOVE, NOW);
	}

	@Test
	void caseAboutOwnPostIsRefused() {
		refused("case.own-post", () -> this.opened.claim(BOB_HIMSELF, NOW));
		refused("case.own-post", () -> decide(BOB_HIMSELF, Decision.DISMISS, NOW));
		decide(ALICE, Decision.REMOVE, NOW);
		refused("case.own-post", () -> this.opened.reverse(BOB_HIMSELF, null, NOW));
	}

	@ParameterizedTest
	@EnumSource
	void onlyBanNeedsAdministrator(Decision decision) {
		if (decision == Decision.BAN) {
			refused("case.ban-needs-admin", () -> decide(ALICE, decision, NOW));
			assertThat(this.opened.ruling()).isNull();
			decide(ADMIN, decision, NOW);
			refused("case.ban-needs-admin", () -> this.opened.reverse(ALICE, null, NOW));
			this.opened.reverse(ADMIN, null, NOW);
		}
		else {
			decide(ALICE, decision, NOW);
			this.opened.reverse(CAROL, null, NOW);
		}
	}

	@Test
	void rulingKeepsWhatWasProposed() {
		var until = NOW.plus(Duration.ofDays(7));
		this.opened.decide(ADMIN, new ProposedDecision(Decision.BAN, "Enough.", until, null), NOW);
		assertThat(this.opened.ruling())
			.isEqualTo(new ModerationCase.Ruling(Decision.BAN, "Enough.", until, null, ADMIN.person(), NOW));
		assertThat(this.opened.status()).isEqualTo(CaseStatus.DECIDED);
	}

	@Test
	void editNeedsAnotherTextThatIsNotTooLong() {
		refused("request.invalid", () -> edit("Buy this"));
		refused("request.invalid", () -> edit("x".repeat(50_000 + 1)));
		edit("क्षि".repeat(50_000));
	}

	@Test
	void reversedDismissalOpensCaseAgain() {
		refused("case.no-decision", () -> this.opened.reverse(ALICE, null, NOW));
		this.opened.claim(ALICE, NOW);
		decide(ALICE, Decision.DISMISS, NOW);
		assertThat(this.opened.reverse(CAROL, null, NOW).decision()).isEqualTo(Decision.DISMISS);
		assertThat(this.opened.status()).isEqualTo(CaseStatus.OPEN);
		assertThat(this.opened.claim()).isNull();
		decide(CAROL, Decision.REMOVE, NOW);
	}

	@Test
	void decisionIsReversedOnce() {
		decide(ALICE, Decision.REMOVE, NOW);
		this.opened.reverse(CAROL, "A quotation.", NOW);
		assertThat(this.opened.reversal()).isEqualTo(new ModerationCase.Reversal("A quotation.", CAROL.person(), NOW));
		assertThat(this.opened.status()).isEqualTo(CaseStatus.DECIDED);
		refused("case.no-decision", () -> this.opened.reverse(CAROL, null, NOW));
	}

	@Test
	void firstFiftyReportsAreKept() {
		for (int i = 0; i < 51; i++) {
			this.opened.keep(new ReaderReport("report-" + i, "spam", null, ALICE.person(), NOW));
		}
		assertThat(this.opened.reportsFor("carol")).hasSize(50);
		assertThat(this.opened.reportsFor("carol").getLast().id()).isEqualTo("report-49");
		assertThat(this.opened.reportsFor(BOB.id())).as("for the author").isEmpty();
	}

	@Test
	void reasonsOfReportsSurviveLaterChecks() {
		this.opened.report(grounds("Buy this", List.of("report/spam", "word-list")), List.of(), List.of());
		this.opened.refresh(grounds("Buy that", List.of("links")));
		assertThat(this.opened.reasons()).containsExactly("links", "word-list", "report/spam");
		assertThat(this.opened.source()).isEqualTo("report");
		assertThat(this.opened.text()).isEqualTo("Buy that");
		var unreported = ModerationCase.open(grounds("Buy this", List.of("word-list")), NOW);
		unreported.refresh(grounds("Buy that", List.of("links")));
		assertThat(unreported.reasons()).containsExactly("links");
		assertThat(unreported.source()).isEqualTo("automatic");
	}

	@Test
	void reportOfLaterTextReplacesTextAndContext() {
		var reported = ModerationCase.openReported(reported(1, "Hello"), List.of(), around("Good morning."), NOW);
		reported.report(reported(2, "I will find you"), List.of(), around("Please stop."));
		assertThat(reported.text()).isEqualTo("I will find you");
		assertThat(reported.contentVersion()).isEqualTo(2);
		assertThat(reported.context()).extracting(QuotedText::text).containsExactly("Please stop.");
		reported.report(reported(1, "Hello"), List.of(), around("Good morning."));
		assertThat(reported.text()).isEqualTo("I will find you");
		assertThat(reported.context()).extracting(QuotedText::text).containsExactly("Please stop.");
		assertThat(reported.reasons()).containsExactly("report/abuse");
	}

	@Test
	void checkOfEarlierTextKeepsReportedText() {
		this.opened.report(reported(2, "I will find you"), List.of(), List.of());
		var checked = grounds("Buy that", List.of("links"));
		this.opened.refresh(checked);
		assertThat(this.opened.text()).isEqualTo("I will find you");
		assertThat(this.opened.contentVersion()).isEqualTo(2);
		assertThat(this.opened.reasons()).containsExactly("links", "word-list", "report/abuse");
	}

	@Test
	void mediaOfLastReportedTextAreShown() {
		assertThat(this.opened.mediaUse()).isEmpty();
		this.opened.report(reported(0, "Buy this"), List.of(medium("first")), List.of());
		this.opened.report(reported(0, "Buy this"), List.of(), List.of());
		assertThat(this.opened.media()).extracting(AttachedMedium::id).containsExactly("first");
		this.opened.report(reported(1, "Buy that"), List.of(medium("second")), List.of());
		assertThat(this.opened.media()).extracting(AttachedMedium::id).containsExactly("second");
		assertThat(kept(this.opened)).containsExactly("second");
		this.opened.report(reported(2, "Sorry"), List.of(), List.of());
		assertThat(this.opened.media()).isEmpty();
		assertThat(kept(this.opened)).isEmpty();
	}

	@Test
	void laterReportOfShownTextAddsItsMedia() {
		var reported = ModerationCase.openReported(reported(1, ""), List.of(medium("first")), List.of(), NOW);
		reported.report(reported(1, ""), List.of(medium("second")), List.of());
		assertThat(reported.media()).extracting(AttachedMedium::id).containsExactly("second");
		reported.report(reported(0, ""), List.of(medium("third")), List.of());
		assertThat(reported.media()).extracting(AttachedMedium::id).containsExactly("second");
	}

	@ParameterizedTest
	@EnumSource
	void mediaStayUntilContentIsFoundHarmless(Decision decision) {
		var reported = ModerationCase.openReported(reported(1, ""), List.of(medium("one")), List.of(), NOW);
		assertThat(kept(reported)).containsExactly("one");
		reported.decide(ADMIN, ProposedDecision.of(decision, null), NOW);
		var isHarmless = decision == Decision.DISMISS;
		assertThat(kept(reported)).isEqualTo(isHarmless ? List.of() : List.of("one"));
		reported.reverse(ADMIN, null, NOW);
		assertThat(kept(reported)).isEqualTo(isHarmless ? List.of("one") : List.of());
		reported.withdraw(CaseWithdrawal.POST_REMOVED);
		assertThat(kept(reported)).isEmpty();
		assertThat(reported.mediaUse().orElseThrow().version()).isEqualTo(reported.version());
	}

	@Test
	void eachChangeGetsVersion() {
		this.opened.claim(ALICE, NOW);
		this.opened.claim(ALICE, NOW);
		assertThat(this.opened.version()).isOne();
		decide(ALICE, Decision.REMOVE, NOW);
		this.opened.reverse(ALICE, null, NOW);
		assertThat(this.opened.version()).isEqualTo(3);
	}

	@Test
	void scopeOfModeratorIsListedCategories() {
		assertThat(this.opened.isIn(new ModerationScope(Audience.MODERATORS, Set.of("category")))).isTrue();
		assertThat(this.opened.isIn(new ModerationScope(Audience.MODERATORS, Set.of("another")))).isFalse();
		assertThat(this.opened.isIn(new ModerationScope(Audience.ADMINS, Set.of()))).isTrue();
	}

	private void decide(Moderator moderator, Decision decision, Instant at) {
		this.opened.decide(moderator, ProposedDecision.of(decision, null), at);
	}

	private void edit(String text) {
		this.opened.decide(ALICE, new ProposedDecision(Decision.EDIT, null, null, text), NOW);
	}

	private static CaseGrounds reported(long version, String text) {
		return grounds(new ContentRevision(version, 0), text, List.of("report/abuse"));
	}

	private static AttachedMedium medium(String id) {
		return new AttachedMedium(id, MediaPurpose.MESSAGE, MediaKind.IMAGE, 4, 3, "hash", null, null, List.of(), NOW,
				1);
	}

	private static List<String> kept(ModerationCase reported) {
		return reported.mediaUse().orElseThrow().use().mediaIds();
	}

	private static List<QuotedText> around(String text) {
		return List.of(new QuotedText("before", 1L, BOB, text, null, NOW));
	}

	private static CaseGrounds grounds(String text, List<String> reasons) {
		return grounds(new ContentRevision(0, 0), text, reasons);
	}

	private static CaseGrounds grounds(ContentRevision revision, String text, List<String> reasons) {
		var thread = new ModeratedThreadReference("thread", "a-thread", "A thread",
				new ModeratedThreadReference.Category("category", "c"), BOB);
		return new CaseGrounds(new ModeratedPostReference("post", 2, BOB), thread, revision, text, null, reasons);
	}

	private static Moderator moderator(String id, Audience authority) {
		return new Moderator(new AuthorReference(id, id, id), new ModerationScope(authority, Set.of("category")));
	}

	private static void refused(String code, Runnable request) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(request::run)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
