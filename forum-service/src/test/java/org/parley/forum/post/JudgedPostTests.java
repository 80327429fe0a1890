package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.contracts.forum.PostStatus;
import org.parley.contracts.moderation.Decision;
import org.parley.forum.category.AuthorizedWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.forum.category.WriterMother.aMember;
import static org.parley.forum.category.WriterMother.aModerator;

class JudgedPostTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));

	private final AuthorizedWriter alice = aMember("alice");

	private final AuthorizedWriter moderator = aModerator("moderator");

	@Test
	void cleanVerdictKeepsVersion() {
		var post = aReply();
		assertThat(post.applyVerdict(PostStatus.ACTIVE, 0, NOW)).isTrue();
		assertThat(post.moderation()).isNull();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.version()).isZero();
		assertThat(post.applyVerdict(PostStatus.ACTIVE, 0, LATER)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "FLAGGED", "HELD", "REMOVED" })
	void verdictSetsStatus(PostStatus verdict) {
		var post = aReply();
		assertThat(post.applyVerdict(verdict, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(verdict);
		assertThat(post.version()).isOne();
		assertThat(post.applyVerdict(verdict, 0, NOW)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "FLAGGED", "HELD", "REMOVED" })
	void moderationSaysWhatWasFound(ModerationState found) {
		var post = aReply();
		post.applyVerdict(PostStatus.valueOf(found.name()), 0, NOW);
		assertThat(post.moderation()).isEqualTo(found);
		post.remove(this.alice);
		assertThat(post.moderation()).isEqualTo(found);
		post.applyRuling(Decision.DISMISS, 0, NOW);
		assertThat(post.moderation()).isEqualTo(ModerationState.CLEARED);
	}

	@Test
	void verdictOnEditedContentClears() {
		var post = flagged();
		post.edit(this.alice, "Better", "<p>Better</p>", NOW);
		assertThat(post.moderation()).isEqualTo(ModerationState.FLAGGED);
		post.applyVerdict(PostStatus.ACTIVE, post.version(), LATER);
		assertThat(post.moderation()).isEqualTo(ModerationState.CLEARED);
		post.edit(this.alice, "Other", "<p>Other</p>", LATER);
		assertThat(post.moderation()).isNull();
	}

	@Test
	void deletionByAuthorFindsNothing() {
		var post = aReply();
		post.remove(this.alice);
		assertThat(post.moderation()).isNull();
		post.restore(this.alice);
		assertThat(post.moderation()).isNull();
	}

	@Test
	void removalByModeratorIsFoundUntilRestored() {
		var post = aReply();
		post.remove(this.moderator);
		assertThat(post.moderation()).isEqualTo(ModerationState.REMOVED);
		post.restore(this.moderator);
		assertThat(post.moderation()).isEqualTo(ModerationState.CLEARED);
	}

	@Test
	void verdictOnPreviousContentIsIgnored() {
		var post = aReply();
		post.edit(this.alice, "Better", "<p>Better</p>", NOW);
		assertThat(post.applyVerdict(PostStatus.HELD, 0, NOW)).isFalse();
		assertThat(post.moderation()).isNull();
		assertThat(post.applyVerdict(PostStatus.HELD, 1, NOW)).isTrue();
	}

	@Test
	void verdictOnNewTitleAfterDismissalIsApplied() {
		var post = flagged();
		post.applyRuling(Decision.DISMISS, 0, NOW);
		post.awaitVerdict();
		assertThat(post.applyVerdict(PostStatus.HELD, 0, LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void verdictOnNewTitleOfHiddenPostIsNotApplied() {
		var post = flagged();
		post.applyRuling(Decision.HIDE, 0, NOW);
		post.awaitVerdict();
		post.applyVerdict(PostStatus.ACTIVE, 0, LATER);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void verdictAfterStatusChangeIsApplied() {
		var post = flagged();
		assertThat(post.applyVerdict(PostStatus.HELD, 0, LATER)).isTrue();
	}

	@Test
	void olderVerdictIsIgnored() {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, LATER);
		assertThat(post.applyVerdict(PostStatus.ACTIVE, 0, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void verdictKeepsDeletedPostDeleted() {
		var post = aReply();
		post.remove(this.alice);
		assertThat(post.applyVerdict(PostStatus.FLAGGED, 1, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.DELETED);
	}

	@Test
	void cleanEditReleasesHeldPost() {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, NOW);
		post.edit(this.alice, "Sorry", "<p>Sorry</p>", NOW);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		assertThat(post.applyVerdict(PostStatus.ACTIVE, post.version(), LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void dismissalOverridesVerdicts() {
		for (var verdict : new PostStatus[] { PostStatus.FLAGGED, PostStatus.HELD, PostStatus.REMOVED }) {
			var post = aReply();
			post.applyVerdict(verdict, 0, NOW);
			assertThat(post.applyRuling(Decision.DISMISS, 0, NOW)).isTrue();
			assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
			assertThat(post.applyVerdict(verdict, 0, LATER)).isFalse();
			assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		}
	}

	@Test
	void dismissalIsValidUntilEdit() {
		var post = flagged();
		post.applyRuling(Decision.DISMISS, 0, NOW);
		post.edit(this.alice, "Worse", "<p>Worse</p>", NOW);
		assertThat(post.applyVerdict(PostStatus.HELD, post.version(), LATER)).isTrue();
	}

	@Test
	void dismissalOfPreviousContentIsIgnored() {
		var post = flagged();
		post.edit(this.alice, "Worse", "<p>Worse</p>", NOW);
		assertThat(post.applyRuling(Decision.DISMISS, 0, NOW)).isFalse();
		assertThat(post.applyVerdict(PostStatus.HELD, post.version(), LATER)).isTrue();
	}

	@Test
	void hiddenPostStaysHiddenAfterEdit() {
		var post = flagged();
		assertThat(post.applyRuling(Decision.HIDE, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		post.edit(this.alice, "Sorry", "<p>Sorry</p>", NOW);
		post.applyVerdict(PostStatus.ACTIVE, post.version(), LATER);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		assertThat(post.moderation()).isEqualTo(ModerationState.HELD);
	}

	@ParameterizedTest
	@CsvSource({ "REMOVE", "BAN" })
	void onlyModeratorRestoresRemovedPost(Decision ruling) {
		var post = flagged();
		assertThat(post.applyRuling(ruling, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
		assertThatExceptionOfType(PostForbiddenException.class).isThrownBy(() -> post.restore(this.alice));
		assertThat(post.restore(this.moderator)).isTrue();
		assertThat(post.applyVerdict(PostStatus.REMOVED, 0, LATER)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.FLAGGED);
	}

	@ParameterizedTest
	@CsvSource({ "REMOVE", "BAN" })
	void restoredPostIsShownIfItsCaseIsDecided(Decision ruling) {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, NOW);
		post.applyRuling(ruling, 0, NOW);
		post.restore(this.moderator);
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.moderation()).isEqualTo(ModerationState.CLEARED);
	}

	@Test
	void restoredPostIsHeldIfItsCaseIsOpen() {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, NOW);
		post.remove(this.moderator);
		post.restore(this.moderator);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void warningActivatesFlaggedPostAndKeepsHeldPost() {
		var flagged = flagged();
		assertThat(flagged.applyRuling(Decision.WARN, 0, NOW)).isTrue();
		assertThat(flagged.status()).isEqualTo(PostStatus.ACTIVE);
		var held = aReply();
		held.applyVerdict(PostStatus.HELD, 0, NOW);
		assertThat(held.applyRuling(Decision.WARN, 0, NOW)).isFalse();
		assertThat(held.status()).isEqualTo(PostStatus.HELD);
	}

	/** Its author cannot edit it while the thread is hidden. */
	@ParameterizedTest
	@CsvSource({ "HELD", "REMOVED" })
	void warningShowsOpeningPostThatCheckHasHidden(PostStatus verdict) {
		var post = Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW);
		post.applyVerdict(verdict, 0, NOW);
		assertThat(post.applyRuling(Decision.WARN, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.applyVerdict(verdict, 0, LATER)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "HIDE, HELD", "REMOVE, REMOVED" })
	void warningKeepsOpeningPostThatModeratorHasHidden(Decision earlier, PostStatus status) {
		var post = Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW);
		post.applyRuling(earlier, 0, NOW);
		assertThat(post.applyRuling(Decision.WARN, 0, LATER)).isFalse();
		assertThat(post.status()).isEqualTo(status);
	}

	@Test
	void decisionAppliesToDeletedPostOnRestore() {
		var post = flagged();
		post.remove(this.alice);
		assertThat(post.applyRuling(Decision.REMOVE, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.DELETED);
		assertThatExceptionOfType(PostForbiddenException.class).isThrownBy(() -> post.restore(this.alice));
	}

	@Test
	void dismissalKeepsRemovedPostRemoved() {
		var post = flagged();
		post.remove(this.moderator);
		assertThat(post.applyRuling(Decision.DISMISS, 1, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	@ParameterizedTest
	@CsvSource({ "HIDE", "REMOVE", "BAN" })
	void reversedDecisionShowsPostAgain(Decision ruling) {
		var post = flagged();
		post.applyRuling(ruling, 0, NOW);
		assertThat(post.reverseRuling(ruling, 0, LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.applyVerdict(PostStatus.HELD, 0, LATER)).isFalse();
	}

	@Test
	void reversedWarningReleasesHeldPost() {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, NOW);
		post.applyRuling(Decision.WARN, 0, NOW);
		assertThat(post.reverseRuling(Decision.WARN, 0, LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void decisionBeforeItsReversalIsIgnored() {
		var post = flagged();
		post.reverseRuling(Decision.REMOVE, 0, LATER);
		assertThat(post.applyRuling(Decision.REMOVE, 0, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void reversalBeforeLaterDecisionIsIgnored() {
		var post = flagged();
		post.applyRuling(Decision.REMOVE, 0, LATER);
		assertThat(post.reverseRuling(Decision.HIDE, 0, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void reversalLeavesUncheckedEditToItsVerdict() {
		var post = flagged();
		post.applyRuling(Decision.HIDE, 0, NOW);
		post.edit(this.alice, "Other words", "<p>Other words</p>", NOW);
		assertThat(post.reverseRuling(Decision.HIDE, 0, LATER)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		assertThat(post.applyVerdict(PostStatus.ACTIVE, post.version(), LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void reversalShowsEditThatWasFoundClean() {
		var post = flagged();
		post.applyRuling(Decision.HIDE, 0, NOW);
		post.edit(this.alice, "Other words", "<p>Other words</p>", NOW);
		post.applyVerdict(PostStatus.ACTIVE, post.version(), LATER);
		assertThat(post.reverseRuling(Decision.HIDE, 0, LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void reversalKeepsDeletedPostDeletedUntilRestored() {
		var post = flagged();
		post.applyRuling(Decision.HIDE, 0, NOW);
		post.remove(this.alice);
		assertThat(post.reverseRuling(Decision.HIDE, 0, LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.DELETED);
		post.restore(this.alice);
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void reversedHideKeepsLaterRemoval() {
		var post = flagged();
		post.applyRuling(Decision.HIDE, 0, NOW);
		post.remove(this.moderator);
		assertThat(post.reverseRuling(Decision.HIDE, 0, LATER)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void correctionReplacesTextAndReversalRestoresIt() {
		var post = aReply();
		post.applyVerdict(PostStatus.HELD, 0, NOW);
		var before = post.correct(decided("Better", NOW), "<p>Better</p>", 0).orElseThrow();
		assertThat(before.content()).isEqualTo("Good");
		assertThat(before.replacedBy()).isEqualTo("moderator");
		assertThat(post.applyRuling(Decision.EDIT, post.contentVersion(), NOW)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.content()).isEqualTo("Better");
		assertThat(post.applyVerdict(PostStatus.REMOVED, post.version(), LATER)).isFalse();
		assertThat(post.revertCorrection(decided("Good", LATER), "<p>Good</p>")).isPresent();
		assertThat(post.content()).isEqualTo("Good");
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.revertCorrection(decided("Good", LATER), "<p>Good</p>")).isEmpty();
	}

	@Test
	void correctionOfEarlierTextIsIgnored() {
		var post = aReply();
		post.edit(this.alice, "Newer", "<p>Newer</p>", NOW);
		assertThat(post.correct(decided("Better", NOW), "<p>Better</p>", 0)).isEmpty();
		assertThat(post.content()).isEqualTo("Newer");
	}

	@Test
	void reversedCorrectionKeepsLaterEdit() {
		var post = aReply();
		post.correct(decided("Better", NOW), "<p>Better</p>", 0);
		post.edit(this.alice, "Mine", "<p>Mine</p>", NOW);
		assertThat(post.revertCorrection(decided("Good", LATER), "<p>Good</p>")).isEmpty();
		assertThat(post.content()).isEqualTo("Mine");
	}

	@Test
	void correctionAfterItsReversalIsIgnored() {
		var post = aReply();
		assertThat(post.revertCorrection(decided("Good", LATER), "<p>Good</p>")).isEmpty();
		assertThat(post.correct(decided("Better", NOW), "<p>Better</p>", 0)).isEmpty();
		assertThat(post.content()).isEqualTo("Good");
	}

	@Test
	void removedAndDeletedPostsAreNotCorrected() {
		var removed = aReply();
		removed.applyRuling(Decision.REMOVE, 0, NOW);
		assertThat(removed.correct(decided("Better", LATER), "<p>Better</p>", 0)).isEmpty();
		var deleted = aReply();
		deleted.remove(this.alice);
		assertThat(deleted.correct(decided("Better", LATER), "<p>Better</p>", 0)).isEmpty();
	}

	private static DecidedText decided(String text, Instant at) {
		return new DecidedText("case", text, "moderator", at);
	}

	private static Post flagged() {
		var post = aReply();
		post.applyVerdict(PostStatus.FLAGGED, 0, NOW);
		return post;
	}

	private static Post aReply() {
		return Post.reply("thread", 2, "alice", null, "Good", "<p>Good</p>", NOW);
	}

}
