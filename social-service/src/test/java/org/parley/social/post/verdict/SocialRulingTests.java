package org.parley.social.post.verdict;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contracts.PersonReference;
import org.parley.contracts.moderation.CaseDecided;
import org.parley.contracts.moderation.CaseReversed;
import org.parley.contracts.moderation.ContentReference;
import org.parley.contracts.moderation.Decision;
import org.parley.contracts.moderation.Verdict;
import org.parley.contracts.social.SocialPostStatus;
import org.parley.social.post.verdict.RuledContent.Content;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks and moderators rule about a post, in every order. */
class SocialRulingTests {

	private static final PersonReference ANN = new PersonReference("ann", "ann", "Ann");

	private static final ContentReference POST = new ContentReference.SocialContent(
			new ContentReference.SocialReference("post", "post", "post", ANN));

	private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

	private static final String FIRST = "My tomatoes are ripe";

	private SocialPostStatus status = SocialPostStatus.ACTIVE;

	private String text = FIRST;

	private long version;

	private SocialRuling last = SocialRuling.none("post");

	@ParameterizedTest
	@CsvSource(textBlock = """
			# decision, status, hidden by, status after it
			dismiss, active, ,      active
			dismiss, hidden, case,  active
			dismiss, removed, case, removed
			dismiss, hidden, check, active
			dismiss, removed, check, active
			warn,    active, ,      active
			warn,    hidden, case,  hidden
			warn,    removed, case, removed
			warn,    hidden, check, active
			warn,    removed, check, active
			hide,    active, ,      hidden
			hide,    hidden, case,  hidden
			hide,    removed, case, hidden
			hide,    hidden, check, hidden
			hide,    removed, check, hidden
			remove,  active, ,      removed
			remove,  hidden, case,  removed
			remove,  removed, case, removed
			remove,  hidden, check, removed
			remove,  removed, check, removed
			ban,     active, ,      removed
			ban,     hidden, case,  removed
			ban,     removed, case, removed
			ban,     hidden, check, removed
			ban,     removed, check, removed
			""")
	void decisionLeadsToStatus(String decision, String before, @Nullable String hider, String after) {
		if ("check".equals(hider)) {
			judge(before.equals("hidden") ? "held" : "removed", 0);
		}
		else if (hider != null) {
			decide("another", before.equals("hidden") ? "hide" : "remove", 0);
		}
		assertThat(this.status.json()).isEqualTo(before);
		decide("case", decision, 60);
		assertThat(this.status.json()).isEqualTo(after);
	}

	@ParameterizedTest
	@CsvSource({ "clean, active", "flagged, active", "held, hidden", "removed, removed" })
	void verdictAboutPresentTextLeadsToStatus(String verdict, String after) {
		judge(verdict, 0);
		assertThat(this.status.json()).isEqualTo(after);
	}

	@ParameterizedTest
	@ValueSource(strings = { "clean", "flagged" })
	void checkShowsWhatCheckHides(String verdict) {
		judge("held", 0);
		judge(verdict, 0);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		judge("removed", this.version);
		assertThat(this.status).isEqualTo(SocialPostStatus.REMOVED);
	}

	@ParameterizedTest
	@EnumSource(Verdict.class)
	void checkDoesNotShowWhatModeratorsHide(Verdict verdict) {
		decide("case", "hide", 0);
		for (var checked : List.of(0L, this.version)) {
			judge(verdict.name(), checked);
			assertThat(this.status).isEqualTo(SocialPostStatus.HIDDEN);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "dismiss", "warn" })
	void noCheckHidesTextThatModeratorHasShown(String decision) {
		judge("removed", 0);
		decide("case", decision, 0);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		judge("held", 0);
		judge("held", this.version);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
	}

	@Test
	void laterTextIsJudgedAgainAfterDecision() {
		decide("case", "dismiss", 0);
		edit("Buy tomatoes");
		judge("held", this.version);
		assertThat(this.status).isEqualTo(SocialPostStatus.HIDDEN);
	}

	@Test
	void verdictAboutEarlierTextIsIgnored() {
		edit("All ripe now");
		judge("held", 0);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		judge("held", 1);
		assertThat(this.status).isEqualTo(SocialPostStatus.HIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "hide", "remove", "ban" })
	void reversalShowsAgainInEitherOrder(String decision) {
		decide("case", decision, 0);
		reverse("case", 60);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		reverse("other", 180);
		decide("other", decision, 120);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
	}

	@ParameterizedTest
	@CsvSource({ "hide, remove, removed", "hide, ban, removed", "remove, hide, hidden", "ban, hide, hidden",
			"hide, dismiss, active" })
	void laterDecisionCountsInEitherOrder(String first, String second, String after) {
		decide("first", first, 0);
		decide("second", second, 60);
		assertThat(this.status.json()).isEqualTo(after);
		decide("fourth", second, 180);
		decide("third", first, 120);
		assertThat(this.status.json()).isEqualTo(after);
	}

	@Test
	void reversalKeepsWhatAnotherCaseHides() {
		decide("first", "hide", 0);
		decide("second", "warn", 60);
		reverse("second", 120);
		assertThat(this.status).isEqualTo(SocialPostStatus.HIDDEN);
		reverse("first", 180);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
	}

	@Test
	void sameDecisionTwiceChangesNothing() {
		decide("case", "remove", 0);
		var before = this.version;
		decide("case", "remove", 0);
		assertThat(this.version).isEqualTo(before);
	}

	@Test
	void editReplacesTextUntilReversal() {
		judge("held", 0);
		correct("case", "Mine are *green*", 0, 0);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		assertThat(this.text).isEqualTo("Mine are *green*");
		judge("removed", this.version);
		assertThat(this.status).isEqualTo(SocialPostStatus.ACTIVE);
		revert("case", 60);
		assertThat(this.text).isEqualTo(FIRST);
	}

	@Test
	void editDoesNotReplaceLaterText() {
		edit("Second");
		correct("case", "Of a moderator", 0, 0);
		assertThat(this.text).isEqualTo("Second");
	}

	@Test
	void editDoesNotShowWhatModeratorsRemoved() {
		decide("first", "remove", 0);
		correct("second", "Of a moderator", this.version, 60);
		assertThat(this.status).isEqualTo(SocialPostStatus.REMOVED);
		assertThat(this.text).isEqualTo(FIRST);
	}

	@Test
	void reversedEditDoesNotReplaceLaterText() {
		correct("case", "Of a moderator", 0, 0);
		edit("Third");
		revert("case", 60);
		assertThat(this.text).isEqualTo("Third");
	}

	@Test
	void reversalOfAnotherEditKeepsText() {
		correct("case", "Of a moderator", 0, 0);
		revert("another", 60);
		assertThat(this.text).isEqualTo("Of a moderator");
	}

	@Test
	void editThatArrivesAfterItsReversalIsIgnored() {
		revert("case", 60);
		correct("case", "Of a moderator", 0, 0);
		assertThat(this.text).isEqualTo(FIRST);
	}

	private void edit(String later) {
		this.text = later;
		this.version++;
	}

	private void judge(String verdict, long checked) {
		var status = SocialVerdictListener.statusAfter(Verdict.valueOf(verdict.toUpperCase(Locale.ROOT)));
		apply(this.last.judge(content(), status, checked));
	}

	private void decide(String caseId, String decision, int second) {
		decide(caseId, Decision.of(decision), null, 0, second);
	}

	private void correct(String caseId, String replacement, long seen, int second) {
		decide(caseId, Decision.EDIT, replacement, seen, second);
	}

	private void decide(String caseId, Decision decision, @Nullable String replacement, long seen, int second) {
		apply(this.last.decide(content(), new CaseDecided("social-case.decided", caseId, POST, seen, decision, null,
				null, replacement, ANN, "moderator", NOON.plusSeconds(second), 1L), decision));
	}

	private void reverse(String caseId, int second) {
		reverse(caseId, null, second);
	}

	private void revert(String caseId, int second) {
		reverse(caseId, FIRST, second);
	}

	private void reverse(String caseId, @Nullable String previous, int second) {
		apply(this.last.reverse(content(), new CaseReversed("social-case.reversed", caseId, POST, 0L, Decision.EDIT,
				null, previous, ANN, "moderator", NOON.plusSeconds(second))));
	}

	private Content content() {
		return new Content("post", this.status, this.version, this::show, this::replace);
	}

	private void apply(Optional<SocialRulingOutcome> outcome) {
		outcome.ifPresent((found) -> {
			found.applyTo(content());
			this.last = found.ruling();
		});
	}

	private void show(SocialPostStatus later) {
		this.status = later;
		this.version++;
	}

	private void replace(String replacement, Instant at) {
		edit(replacement);
		this.status = SocialPostStatus.ACTIVE;
	}

}
