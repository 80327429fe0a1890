package org.parley.forum.thread;

import java.time.Instant;
import java.util.List;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.platform.web.problem.ProblemException;

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
	void aNewThreadIsOpenAndListed() {
		var thread = aThread();
		assertThat(thread.status()).isEqualTo(ThreadStatus.OPEN);
		assertThat(thread.listed()).isTrue();
		assertThat(thread.version()).isZero();
		assertThat(thread.counters().lastNumber()).isOne();
		assertThat(thread.counters().lastPostBy()).isEqualTo("alice");
	}

	@Test
	void aChangeTellsOfItselfAndCounts() {
		var thread = aThread();
		assertThat(thread.edit(this.alice, " Renamed ", null)).contains("thread.edited");
		assertThat(thread.title()).isEqualTo("Renamed");
		assertThat(thread.slug()).isEqualTo("renamed");
		assertThat(thread.tags()).containsExactly("tomatoes");
		assertThat(thread.version()).isOne();
	}

	@Test
	void sayingTheSameAgainIsNoChange() {
		var thread = aThread();
		assertThat(thread.edit(this.alice, thread.title(), thread.tags())).isEmpty();
		assertThat(thread.edit(this.alice, null, null)).isEmpty();
		assertThat(thread.pin(false)).isEmpty();
		assertThat(thread.restore()).isEmpty();
		assertThat(thread.move(thread.categoryId())).isFalse();
		assertThat(thread.version()).isZero();
	}

	@Test
	void theAuthorSaysWhatAnswersAThreadAndTakesItBack() {
		var thread = aThread();
		assertThat(thread.accept("post", this.alice)).isTrue();
		assertThat(thread.accept("post", this.alice)).isFalse();
		assertThat(thread.acceptedAnswer()).isEqualTo("post");
		assertThat(thread.withdrawAnswer(this.alice)).contains("post");
		assertThat(thread.withdrawAnswer(this.alice)).isEmpty();
		assertThat(thread.version()).isEqualTo(2);
		assertThatExceptionOfType(ThreadForbiddenException.class).isThrownBy(() -> thread.accept("post", this.bob));
		assertThatExceptionOfType(ThreadForbiddenException.class).isThrownBy(() -> thread.withdrawAnswer(this.bob));
	}

	@Test
	void onlyItsAuthorAndModeratorsEditAThread() {
		var thread = aThread();
		assertThatExceptionOfType(ThreadForbiddenException.class)
			.isThrownBy(() -> thread.edit(this.bob, "Mine now", null));
		assertThat(thread.edit(this.moderator, "Moderated", null)).isPresent();
	}

	@Test
	void theAuthorOfALockedThreadEditsNoMore() {
		var thread = aLockedThread();
		refusedAs("thread.locked", () -> thread.edit(this.alice, "Changed", null));
		assertThat(thread.edit(this.moderator, "Changed", null)).isPresent();
	}

	@Test
	void nobodyChangesAnArchivedThread() {
		var thread = aThread();
		thread.take(ThreadStep.ARCHIVE);
		refusedAs("thread.archived", () -> thread.edit(this.moderator, "Changed", null));
		refusedAs("thread.archived", () -> thread.remove(this.moderator, NOW));
		refusedAs("thread.archived", thread::requireVotable);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, LOCK, LOCKED", "OPEN, ARCHIVE, ARCHIVED", "OPEN, HIDE, HIDDEN", "LOCKED, UNLOCK, OPEN",
			"LOCKED, ARCHIVE, ARCHIVED", "LOCKED, HIDE, HIDDEN", "ARCHIVED, UNARCHIVE, OPEN", "ARCHIVED, HIDE, HIDDEN",
			"HIDDEN, UNHIDE, LOCKED" })
	void aStepLeadsOn(ThreadStatus from, ThreadStep step, ThreadStatus to) {
		assertThat(step.from(from, ThreadStatus.LOCKED)).isEqualTo(to);
	}

	@ParameterizedTest
	@CsvSource({ "OPEN, UNLOCK", "OPEN, UNARCHIVE", "OPEN, UNHIDE", "LOCKED, LOCK", "LOCKED, UNARCHIVE",
			"LOCKED, UNHIDE", "ARCHIVED, ARCHIVE", "ARCHIVED, UNHIDE", "HIDDEN, HIDE" })
	void aStepThatIsDoneStays(ThreadStatus status, ThreadStep step) {
		assertThat(step.from(status, ThreadStatus.OPEN)).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "ARCHIVED, LOCK", "ARCHIVED, UNLOCK", "HIDDEN, LOCK", "HIDDEN, UNLOCK", "HIDDEN, ARCHIVE",
			"HIDDEN, UNARCHIVE" })
	void thereIsNoOtherStep(ThreadStatus status, ThreadStep step) {
		refusedAs("thread." + status.json(), () -> step.from(status, ThreadStatus.OPEN));
	}

	@Test
	void aHiddenThreadComesBackAsItWas() {
		var thread = aLockedThread();
		assertThat(thread.take(ThreadStep.HIDE)).contains("thread.hidden");
		assertThat(thread.listed()).isFalse();
		assertThat(thread.take(ThreadStep.UNHIDE)).contains("thread.restored");
		assertThat(thread.status()).isEqualTo(ThreadStatus.LOCKED);
		assertThat(thread.listed()).isTrue();
	}

	@Test
	void aRemovedThreadIsNotListedUntilItIsRestored() {
		var thread = aThread();
		assertThat(thread.remove(this.alice, NOW)).contains("thread.removed");
		assertThat(thread.isRemoved()).isTrue();
		assertThat(thread.listed()).isFalse();
		assertThat(thread.remove(this.alice, NOW)).isEmpty();
		assertThat(thread.restore()).contains("thread.restored");
		assertThat(thread.listed()).isTrue();
	}

	@Test
	void anAuthorsRemovalCountsOnNoReplyHavingCome() {
		var thread = aThread();
		thread.remove(this.alice, NOW);
		assertThat(thread.unchanged().getCriteriaObject()).containsEntry("lastNumber", 1).containsEntry("version", 0L);
		var other = aThread();
		other.remove(this.moderator, NOW);
		assertThat(other.unchanged().getCriteriaObject()).doesNotContainKey("lastNumber");
	}

	@Test
	void aThreadWhosePostsGoTakesNothingElse() {
		var thread = aThread();
		thread.close("work", "other");
		assertThat(thread.closing()).isTrue();
		assertThat(thread.mergingInto()).isEqualTo("other");
		assertThat(thread.mergedInto()).isNull();
		refusedAs("thread.closing", thread::requireNotClosing);
		refusedAs("thread.closing", () -> thread.close("second", null));
		refusedAs("thread.closing", () -> thread.receive("second"));
		thread.leave("moderator", NOW);
		assertThat(thread.isRemoved()).isTrue();
		assertThat(thread.listed()).isFalse();
		assertThat(thread.mergedInto()).isEqualTo("other");
		assertThat(thread.version()).isEqualTo(2);
	}

	@Test
	void aThreadThatPostsComeToIsChangedAsAlways() {
		var thread = aThread();
		thread.receive("work");
		thread.requireNotClosing();
		assertThat(thread.take(ThreadStep.LOCK)).isPresent();
		refusedAs("thread.receiving", () -> thread.close("second", null));
		thread.letGo();
		thread.close("second", null);
		assertThat(thread.closing()).isTrue();
	}

	@Test
	void whoIsHiddenArchivedOrRemovedGivesAndTakesNoPosts() {
		var hidden = aThread();
		hidden.take(ThreadStep.HIDE);
		refusedAs("thread.hidden", () -> hidden.close("work", null));
		var archived = aThread();
		archived.take(ThreadStep.ARCHIVE);
		refusedAs("thread.archived", () -> archived.receive("work"));
		var removed = aThread();
		removed.remove(this.moderator, NOW);
		refusedAs("thread.removed", () -> removed.receive("work"));
		aLockedThread().close("work", null);
	}

	@Test
	void aThreadThatIsSplitOffHasItsPostsAndTakesNoRepliesYet() {
		var from = aThread();
		var thread = aThread();
		thread.splitFrom(from, "work", 7, NOW.minusSeconds(60));
		assertThat(thread.splitFrom()).isEqualTo(from.id());
		assertThat(thread.closing()).isTrue();
		assertThat(thread.counters().lastNumber()).isEqualTo(7);
		assertThat(thread.counters().lastActivityAt()).isEqualTo(NOW.minusSeconds(60));
		thread.letGo();
		assertThat(thread.closing()).isFalse();
		assertThat(thread.mergedInto()).isNull();
	}

	@Test
	void noChangeWritesWhatOthersWrite() {
		var written = aThread().update().getUpdateObject().toString();
		assertThat(written).doesNotContain("lastNumber", "replyCount", "viewCount", "voteScore", "lastActivityAt",
				"lastPostBy", "excerpt");
	}

	private static ForumThread aThread() {
		return ForumThread.start("category", "alice", "Which tomatoes?", List.of("tomatoes"), "It faces north.", NOW);
	}

	private static ForumThread aLockedThread() {
		var thread = aThread();
		assertThat(thread.take(ThreadStep.LOCK)).contains("thread.locked");
		return thread;
	}

	private static void refusedAs(String code, ThrowingCallable change) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(change)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
