package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.category.CategoryMother;
import org.parley.platform.domain.RefusalException;
import org.parley.platform.readmodels.category.Audience;
import org.parley.platform.readmodels.category.Rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.forum.category.WriterMother.aMember;
import static org.parley.forum.category.WriterMother.aModerator;

class ForumThreadTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private final AuthorizedWriter alice = aMember("alice");

	private final AuthorizedWriter bob = aMember("bob");

	private final AuthorizedWriter moderator = aModerator("moderator");

	@Test
	void newThreadIsOpenAndListed() {
		var thread = aThread();
		assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
		assertThat(thread.listed()).isTrue();
		assertThat(thread.version()).isZero();
		assertThat(thread.counters().lastNumber()).isOne();
		assertThat(thread.counters().lastPostBy()).isEqualTo("alice");
	}

	@Test
	void editReturnsEventAndIncrementsVersion() {
		var thread = aThread();
		assertThat(thread.edit(this.alice, " Renamed ", null)).contains("thread.edited");
		assertThat(thread.title()).isEqualTo("Renamed");
		assertThat(thread.slug()).isEqualTo("renamed");
		assertThat(thread.tags()).containsExactly("tomatoes");
		assertThat(thread.version()).isOne();
	}

	@Test
	void changeToSameValueChangesNothing() {
		var thread = aThread();
		assertThat(thread.edit(this.alice, thread.title(), thread.tags())).isEmpty();
		assertThat(thread.edit(this.alice, null, null)).isEmpty();
		assertThat(thread.unpin()).isEmpty();
		assertThat(thread.restore()).isEmpty();
		assertThat(thread.move(thread.categoryId())).isFalse();
		assertThat(thread.version()).isZero();
	}

	@Test
	void onlyAuthorAcceptsAndWithdrawsAnswer() {
		var thread = aThread();
		assertThat(thread.acceptAnswer("post", this.alice)).isTrue();
		assertThat(thread.acceptAnswer("post", this.alice)).isFalse();
		assertThat(thread.acceptedAnswer()).isEqualTo("post");
		assertThat(thread.withdrawAnswer(this.alice)).contains("post");
		assertThat(thread.withdrawAnswer(this.alice)).isEmpty();
		assertThat(thread.version()).isEqualTo(2);
		assertThatExceptionOfType(ThreadForbiddenException.class)
			.isThrownBy(() -> thread.acceptAnswer("post", this.bob));
		assertThatExceptionOfType(ThreadForbiddenException.class).isThrownBy(() -> thread.withdrawAnswer(this.bob));
	}

	@Test
	void onlyAuthorAndModeratorsEdit() {
		var thread = aThread();
		assertThatExceptionOfType(ThreadForbiddenException.class)
			.isThrownBy(() -> thread.edit(this.bob, "Mine now", null));
		assertThat(thread.edit(this.moderator, "Moderated", null)).isPresent();
	}

	@Test
	void onlyModeratorEditsLockedThread() {
		var thread = aLockedThread();
		assertRefused("thread.locked", () -> thread.edit(this.alice, "Changed", null));
		assertThat(thread.edit(this.moderator, "Changed", null)).isPresent();
	}

	@Test
	void changeOfArchivedThreadIsRefused() {
		var thread = aThread();
		thread.apply(ThreadTransition.ARCHIVE);
		assertRefused("thread.archived", () -> thread.edit(this.moderator, "Changed", null));
		assertRefused("thread.archived", () -> thread.remove(this.moderator, NOW));
		assertRefused("thread.archived", thread::requireVotable);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, LOCK, LOCKED", "OPEN, ARCHIVE, ARCHIVED", "OPEN, HIDE, HIDDEN", "LOCKED, UNLOCK, OPEN",
			"LOCKED, ARCHIVE, ARCHIVED", "LOCKED, HIDE, HIDDEN", "ARCHIVED, UNARCHIVE, OPEN", "ARCHIVED, HIDE, HIDDEN",
			"HIDDEN, UNHIDE, LOCKED" })
	void transitionChangesStatus(ThreadStatus from, ThreadTransition transition, ThreadStatus to) {
		assertThat(transition.from(from, ThreadStatus.LOCKED)).isEqualTo(to);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, UNLOCK", "OPEN, UNARCHIVE", "OPEN, UNHIDE", "LOCKED, LOCK", "LOCKED, UNARCHIVE",
			"LOCKED, UNHIDE", "ARCHIVED, ARCHIVE", "ARCHIVED, UNHIDE", "HIDDEN, HIDE" })
	void repeatedTransitionKeepsStatus(ThreadStatus status, ThreadTransition transition) {
		assertThat(transition.from(status, ThreadStatus.OPEN)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "ARCHIVED, LOCK", "ARCHIVED, UNLOCK", "HIDDEN, LOCK", "HIDDEN, UNLOCK", "HIDDEN, ARCHIVE",
			"HIDDEN, UNARCHIVE" })
	void otherTransitionsAreRefused(ThreadStatus status, ThreadTransition transition) {
		assertRefused("thread." + status.json(), () -> transition.from(status, ThreadStatus.OPEN));
	}

	@ParameterizedTest
	@EnumSource
	void removedThreadKeepsItsStatus(ThreadTransition transition) {
		var thread = aThread();
		thread.remove(this.moderator, NOW);
		assertRefused("thread.removed", () -> thread.apply(transition));
		assertThat(thread.hideWithOpeningPost()).contains("thread.hidden");
	}

	@Test
	void unarchiveOpensOnlyThreadThatWasOpen() {
		for (var before : List.of(ThreadStatus.OPEN, ThreadStatus.ARCHIVED, ThreadStatus.HIDDEN)) {
			assertThat(ThreadTransition.UNARCHIVE.from(ThreadStatus.ARCHIVED, before)).isEqualTo(ThreadStatus.OPEN);
		}
	}

	@Test
	void unhideRestoresPreviousStatus() {
		var thread = aLockedThread();
		assertThat(thread.apply(ThreadTransition.HIDE)).contains("thread.hidden");
		assertThat(thread.listed()).isFalse();
		assertThat(thread.apply(ThreadTransition.UNHIDE)).contains("thread.restored");
		assertThat(thread.status()).isEqualTo(ThreadStatus.LOCKED);
		assertThat(thread.listed()).isTrue();
	}

	@Test
	void openingPostHidesAndShowsThread() {
		var thread = aLockedThread();
		assertThat(thread.hideWithOpeningPost()).contains("thread.hidden");
		assertThat(thread.hideWithOpeningPost()).isEmpty();
		assertThat(thread.showWithOpeningPost()).contains("thread.restored");
		assertThat(thread.status()).isEqualTo(ThreadStatus.LOCKED);
	}

	@Test
	void authorSeesAndEditsThreadThatItsOpeningPostHides() {
		var thread = aThread();
		thread.hideWithOpeningPost();
		assertThat(isVisibleTo("alice", thread)).isTrue();
		assertThat(isVisibleTo("bob", thread)).isFalse();
		assertThat(isVisibleTo(null, thread)).isFalse();
		assertThat(thread.edit(this.alice, "Renamed", null)).contains("thread.edited");
		thread.remove(this.moderator, NOW);
		assertThat(isVisibleTo("alice", thread)).isFalse();
	}

	@Test
	void authorDoesNotSeeThreadThatAModeratorHides() {
		var thread = aThread();
		thread.apply(ThreadTransition.HIDE);
		assertThat(isVisibleTo("alice", thread)).isFalse();
		assertRefused("thread.hidden", () -> thread.edit(this.alice, "Renamed", null));
	}

	@Test
	void lockedThreadThatItsOpeningPostHidesStaysClosedToItsAuthor() {
		var thread = aLockedThread();
		thread.hideWithOpeningPost();
		assertThat(isVisibleTo("alice", thread)).isTrue();
		assertRefused("thread.locked", () -> thread.edit(this.alice, "Renamed", null));
	}

	private static boolean isVisibleTo(@Nullable String reader, ForumThread thread) {
		var category = CategoryMother.category("garden", Audience.EVERYONE, Audience.MEMBERS);
		return thread.isVisibleTo(reader, Rights.of(Audience.MEMBERS), category);
	}

	@Test
	void openingPostKeepsThreadHiddenByModerator() {
		var thread = aThread();
		thread.apply(ThreadTransition.HIDE);
		assertThat(thread.hideWithOpeningPost()).isEmpty();
		assertThat(thread.showWithOpeningPost()).isEmpty();
		assertThat(thread.status()).isEqualTo(ThreadStatus.HIDDEN);
	}

	@Test
	void postLocksThreadUntilItIsCleared() {
		var thread = aThread();
		assertThat(thread.lockFor("post")).contains("thread.locked");
		assertThat(thread.unlockFor("another")).isEmpty();
		assertThat(thread.status()).isEqualTo(ThreadStatus.LOCKED);
		assertThat(thread.unlockFor("post")).contains("thread.unlocked");
		assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
	}

	@Test
	void threadStaysLockedUntilAllItsPostsAreCleared() {
		var thread = aThread();
		thread.lockFor("post");
		assertThat(thread.lockFor("post")).isEmpty();
		assertThat(thread.version()).isOne();
		assertThat(thread.lockFor("another")).isEmpty();
		assertThat(thread.version()).isEqualTo(2);
		assertThat(thread.unlockFor("post")).isEmpty();
		assertThat(thread.status()).isEqualTo(ThreadStatus.LOCKED);
		assertThat(thread.unlockFor("another")).contains("thread.unlocked");
		assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
	}

	@Test
	void hiddenThreadIsShownOpenAfterAllItsPostsAreCleared() {
		var thread = aThread();
		thread.lockFor("post");
		thread.lockFor("another");
		thread.apply(ThreadTransition.HIDE);
		assertThat(thread.unlockFor("post")).isEmpty();
		var stillLocked = thread.lifecycle().statusBefore();
		assertThat(thread.unlockFor("another")).isEmpty();
		assertThat(stillLocked).isEqualTo(ThreadStatus.LOCKED);
		assertThat(thread.status()).isEqualTo(ThreadStatus.HIDDEN);
		assertThat(thread.version()).isEqualTo(5);
		thread.apply(ThreadTransition.UNHIDE);
		assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
	}

	@Test
	void postKeepsThreadThatModeratorLocked() {
		var locked = aLockedThread();
		assertThat(locked.lockFor("post")).isEmpty();
		assertThat(locked.unlockFor("post")).isEmpty();
		var lockedAgain = aThread();
		lockedAgain.lockFor("post");
		lockedAgain.apply(ThreadTransition.UNLOCK);
		lockedAgain.apply(ThreadTransition.LOCK);
		assertThat(lockedAgain.unlockFor("post")).isEmpty();
		assertThat(lockedAgain.status()).isEqualTo(ThreadStatus.LOCKED);
	}

	@Test
	void removedReplyIsNoAnswer() {
		var thread = aThread();
		thread.acceptAnswer("post", this.alice);
		assertThat(thread.clearRemovedAnswer("another")).isFalse();
		assertThat(thread.acceptedAnswer()).isEqualTo("post");
		assertThat(thread.clearRemovedAnswer("post")).isTrue();
		assertThat(thread.acceptedAnswer()).isNull();
	}

	@Test
	void removedThreadIsUnlistedUntilRestored() {
		var thread = aThread();
		assertThat(thread.remove(this.alice, NOW)).contains("thread.removed");
		assertThat(thread.isRemoved()).isTrue();
		assertThat(thread.listed()).isFalse();
		assertThat(thread.remove(this.alice, NOW)).isEmpty();
		assertThat(thread.restore()).contains("thread.restored");
		assertThat(thread.listed()).isTrue();
	}

	@Test
	void authorsRemovalRequiresNoNewReply() {
		var thread = aThread();
		thread.remove(this.alice, NOW);
		assertThat(Threads.unchanged(thread).getCriteriaObject()).containsEntry("lastNumber", 1)
			.containsEntry("version", 0L);
		var other = aThread();
		other.remove(this.moderator, NOW);
		assertThat(Threads.unchanged(other).getCriteriaObject()).doesNotContainKey("lastNumber");
	}

	@Test
	void closingThreadRefusesOtherRelocations() {
		var thread = aThread();
		thread.beginMovingPostsOut("relocation", "other");
		assertThat(thread.closing()).isTrue();
		assertThat(thread.mergingInto()).isEqualTo("other");
		assertThat(thread.mergedInto()).isNull();
		assertRefused("thread.closing", thread::requireNotClosing);
		assertRefused("thread.closing", () -> thread.beginMovingPostsOut("second", null));
		assertRefused("thread.closing", () -> thread.beginMovingPostsIn("second"));
		thread.completeMerge("moderator", NOW);
		assertThat(thread.isRemoved()).isTrue();
		assertThat(thread.listed()).isFalse();
		assertThat(thread.mergedInto()).isEqualTo("other");
		assertThat(thread.version()).isEqualTo(2);
	}

	@Test
	void receivingThreadCanBeChanged() {
		var thread = aThread();
		thread.beginMovingPostsIn("relocation");
		thread.requireNotClosing();
		assertThat(thread.apply(ThreadTransition.LOCK)).isPresent();
		assertRefused("thread.receiving", () -> thread.beginMovingPostsOut("second", null));
		thread.endRelocation();
		thread.beginMovingPostsOut("second", null);
		assertThat(thread.closing()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "HIDE, thread.hidden", "ARCHIVE, thread.archived" })
	void hiddenOrArchivedThreadRefusesRelocation(ThreadTransition transition, String code) {
		var thread = aThread();
		thread.apply(transition);
		assertRefused(code, () -> thread.beginMovingPostsOut("relocation", null));
		assertRefused(code, () -> thread.beginMovingPostsIn("relocation"));
	}

	@Test
	void removedThreadRefusesRelocationAndLockedThreadAllowsIt() {
		var removed = aThread();
		removed.remove(this.moderator, NOW);
		assertRefused("thread.removed", () -> removed.beginMovingPostsOut("relocation", null));
		assertRefused("thread.removed", () -> removed.beginMovingPostsIn("relocation"));
		aLockedThread().beginMovingPostsOut("relocation", null);
	}

	@Test
	void splitThreadTakesNoRepliesUntilRelocationEnds() {
		var from = aThread();
		var thread = aThread();
		thread.beginSplitFrom(from, "relocation", 7, NOW.minusSeconds(60));
		assertThat(thread.splitFrom()).isEqualTo(from.id());
		assertThat(thread.closing()).isTrue();
		assertThat(thread.counters().lastNumber()).isEqualTo(7);
		assertThat(thread.counters().lastActivityAt()).isEqualTo(NOW.minusSeconds(60));
		thread.endRelocation();
		assertThat(thread.closing()).isFalse();
		assertThat(thread.mergedInto()).isNull();
	}

	@Test
	void changesOmitCountersAndExcerpt() {
		var written = Threads.changes(aThread()).getUpdateObject().toString();
		assertThat(written).doesNotContain("lastNumber", "replyCount", "viewCount", "voteScore", "lastActivityAt",
				"lastPostBy", "excerpt");
	}

	private static ForumThread aThread() {
		return ForumThread.start("category", "alice", "Which tomatoes?", List.of("tomatoes"), "It faces north.", NOW);
	}

	private static ForumThread aLockedThread() {
		var thread = aThread();
		assertThat(thread.apply(ThreadTransition.LOCK)).contains("thread.locked");
		return thread;
	}

	private static void assertRefused(String code, ThrowingCallable change) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(change)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
