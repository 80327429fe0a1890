package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.forum.category.AuthorizedWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.forum.category.WriterMother.aMember;
import static org.parley.forum.category.WriterMother.aModerator;

/** What moderation may make of a post. */
class JudgedPostTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(1));

	private final AuthorizedWriter alice = aMember("alice");

	private final AuthorizedWriter moderator = aModerator("moderator");

	@Test
	void aCleanPostIsCheckedAndItsVersionStays() {
		var post = aReply();
		assertThat(post.judge(PostStatus.ACTIVE, 0, NOW)).isTrue();
		assertThat(post.moderation()).isEqualTo(ModerationState.CHECKED);
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		assertThat(post.version()).isZero();
		assertThat(post.judge(PostStatus.ACTIVE, 0, LATER)).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "FLAGGED", "HELD", "REMOVED" })
	void aVerdictIsTheNewStatus(PostStatus verdict) {
		var post = aReply();
		assertThat(post.judge(verdict, 0, NOW)).isTrue();
		assertThat(post.status()).isEqualTo(verdict);
		assertThat(post.version()).isOne();
		assertThat(post.judge(verdict, 0, NOW)).isFalse();
	}

	@Test
	void aVerdictAboutWhatThePostSaidBeforeChangesNothing() {
		var post = aReply();
		post.edit(this.alice, "Better", "<p>Better</p>", NOW);
		assertThat(post.judge(PostStatus.HELD, 0, NOW)).isFalse();
		assertThat(post.moderation()).isEqualTo(ModerationState.PENDING);
		assertThat(post.judge(PostStatus.HELD, 1, NOW)).isTrue();
	}

	@Test
	void aLaterStatusIsNoOtherContent() {
		var post = flagged();
		assertThat(post.judge(PostStatus.HELD, 0, LATER)).isTrue();
	}

	@Test
	void anOlderVerdictChangesNothing() {
		var post = aReply();
		post.judge(PostStatus.HELD, 0, LATER);
		assertThat(post.judge(PostStatus.ACTIVE, 0, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void whatItsAuthorDeletedStaysDeleted() {
		var post = aReply();
		post.remove(this.alice);
		assertThat(post.judge(PostStatus.FLAGGED, 1, NOW)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.DELETED);
	}

	@Test
	void anEditThatIsCleanBringsAHeldPostBack() {
		var post = aReply();
		post.judge(PostStatus.HELD, 0, NOW);
		post.edit(this.alice, "Sorry", "<p>Sorry</p>", NOW);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		assertThat(post.judge(PostStatus.ACTIVE, post.version(), LATER)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
	}

	@Test
	void dismissalGivesBackAndNoVerdictTakesAwayAgain() {
		for (var verdict : new PostStatus[] { PostStatus.FLAGGED, PostStatus.HELD, PostStatus.REMOVED }) {
			var post = aReply();
			post.judge(verdict, 0, NOW);
			assertThat(post.decide(ModeratorRuling.DISMISS, 0)).isTrue();
			assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
			assertThat(post.judge(verdict, 0, LATER)).isFalse();
			assertThat(post.status()).isEqualTo(PostStatus.ACTIVE);
		}
	}

	@Test
	void aDismissalCountsUntilThePostSaysSomethingElse() {
		var post = flagged();
		post.decide(ModeratorRuling.DISMISS, 0);
		post.edit(this.alice, "Worse", "<p>Worse</p>", NOW);
		assertThat(post.judge(PostStatus.HELD, post.version(), LATER)).isTrue();
	}

	@Test
	void aDismissalOfWhatThePostSaidBeforeChangesNothing() {
		var post = flagged();
		post.edit(this.alice, "Worse", "<p>Worse</p>", NOW);
		assertThat(post.decide(ModeratorRuling.DISMISS, 0)).isFalse();
		assertThat(post.judge(PostStatus.HELD, post.version(), LATER)).isTrue();
	}

	@Test
	void whatAModeratorHidesStaysHiddenWhateverItSays() {
		var post = flagged();
		assertThat(post.decide(ModeratorRuling.HIDE, 0)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		post.edit(this.alice, "Sorry", "<p>Sorry</p>", NOW);
		post.judge(PostStatus.ACTIVE, post.version(), LATER);
		assertThat(post.status()).isEqualTo(PostStatus.HELD);
		assertThat(post.moderation()).isEqualTo(ModerationState.CHECKED);
	}

	@ParameterizedTest
	@CsvSource({ "REMOVE", "BAN" })
	void whatAModeratorRemovesIsGivenBackByModeratorsOnly(ModeratorRuling moderatorRuling) {
		var post = flagged();
		assertThat(post.decide(moderatorRuling, 0)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
		assertThatExceptionOfType(PostForbiddenException.class).isThrownBy(() -> post.restore(this.alice));
		assertThat(post.restore(this.moderator)).isTrue();
		assertThat(post.judge(PostStatus.REMOVED, 0, LATER)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.FLAGGED);
	}

	@Test
	void aWarningLetsThePostStandAndLeavesHeldWhatIs() {
		var flagged = flagged();
		assertThat(flagged.decide(ModeratorRuling.WARN, 0)).isTrue();
		assertThat(flagged.status()).isEqualTo(PostStatus.ACTIVE);
		var held = aReply();
		held.judge(PostStatus.HELD, 0, NOW);
		assertThat(held.decide(ModeratorRuling.WARN, 0)).isFalse();
		assertThat(held.status()).isEqualTo(PostStatus.HELD);
	}

	@Test
	void whatItsAuthorDeletedComesBackAsDecided() {
		var post = flagged();
		post.remove(this.alice);
		assertThat(post.decide(ModeratorRuling.REMOVE, 0)).isTrue();
		assertThat(post.status()).isEqualTo(PostStatus.DELETED);
		assertThatExceptionOfType(PostForbiddenException.class).isThrownBy(() -> post.restore(this.alice));
	}

	@Test
	void aDismissalDoesNotUndoWhatAModeratorRemoved() {
		var post = flagged();
		post.remove(this.moderator);
		assertThat(post.decide(ModeratorRuling.DISMISS, 1)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	private static Post flagged() {
		var post = aReply();
		post.judge(PostStatus.FLAGGED, 0, NOW);
		return post;
	}

	private static Post aReply() {
		return Post.reply("thread", 2, "alice", null, "Good", "<p>Good</p>", NOW);
	}

}
