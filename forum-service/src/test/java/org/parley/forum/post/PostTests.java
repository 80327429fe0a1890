package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.place.FormerPlace;
import org.parley.platform.web.problem.ProblemException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.forum.category.WriterMother.aMember;
import static org.parley.forum.category.WriterMother.aModerator;

class PostTests {

	private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

	private static final Instant LATER = NOW.plus(Duration.ofMinutes(15));

	private final AuthorizedWriter alice = aMember("alice");

	private final AuthorizedWriter bob = aMember("bob");

	private final AuthorizedWriter moderator = aModerator("moderator");

	@Test
	void aReplyToAReplyIsOneDeeper() {
		var reply = aReply();
		var answer = Post.reply("thread", 3, "bob", reply, "x", "<p>x</p>", NOW);
		assertThat(reply.depth()).isZero();
		assertThat(answer.depth()).isOne();
		assertThat(answer.replyTo()).isEqualTo(reply.id());
	}

	@Test
	void theFirstQuarterOfAnHourIsQuiet() {
		var post = aReply();
		assertThat(post.edit(this.alice, "Better", "<p>Better</p>", LATER.minusMillis(1))).isEmpty();
		assertThat(post.content()).isEqualTo("Better");
		assertThat(post.editedAt()).isNull();
		assertThat(post.version()).isOne();
	}

	@Test
	void laterTheContentBeforeIsKept() {
		var post = aReply();
		var before = post.edit(this.alice, "Better", "<p>Better</p>", LATER).orElseThrow();
		assertThat(before.content()).isEqualTo("Good");
		assertThat(before.version()).isZero();
		assertThat(before.replacedBy()).isEqualTo("alice");
		assertThat(post.editedAt()).isEqualTo(LATER);
		assertThat(post.moderation()).isEqualTo(ModerationState.PENDING);
	}

	@Test
	void aModeratorsEditIsNeverQuiet() {
		assertThat(aReply().edit(this.moderator, "[edited]", "<p>[edited]</p>", NOW)).isPresent();
	}

	@Test
	void afterAModeratorsEditNoneIsQuiet() {
		var post = aReply();
		post.edit(this.moderator, "[edited]", "<p>[edited]</p>", NOW);
		assertThat(post.edit(this.alice, "Good", "<p>Good</p>", NOW)).isPresent();
	}

	@Test
	void onlyAReplyThatIsShownAnswersItsThread() {
		assertThat(aReply().answers("thread")).isTrue();
		assertThat(aReply().answers("another")).isFalse();
		assertThat(aRemovedPost().answers("thread")).isFalse();
		assertThat(Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW).answers("thread")).isFalse();
	}

	@Test
	void strangersEditRemoveAndRestoreNothing() {
		var post = aReply();
		refusedAs("post.forbidden", () -> post.edit(this.bob, "x", "x", NOW));
		refusedAs("post.forbidden", () -> post.remove(this.bob));
		refusedAs("post.forbidden", () -> post.restore(this.bob));
	}

	@Test
	void aDeletedPostIsNotEdited() {
		var post = aDeletedPost();
		refusedAs("post.deleted", () -> post.edit(this.alice, "x", "x", NOW));
		refusedAs("post.deleted", post::requireShown);
	}

	@Test
	void authorsDeleteAndModeratorsRemove() {
		assertThat(aDeletedPost().status()).isEqualTo(PostStatus.DELETED);
		assertThat(aRemovedPost().status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void whatIsGoneIsNotTakenAwayAgain() {
		var post = aRemovedPost();
		assertThat(post.remove(this.alice)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void authorsRestoreWhatTheyDeletedAndNotWhatWasRemoved() {
		var deleted = aDeletedPost();
		assertThat(deleted.restore(this.alice)).isTrue();
		assertThat(deleted.status()).isEqualTo(PostStatus.ACTIVE);
		var removed = aRemovedPost();
		refusedAs("post.forbidden", () -> removed.restore(this.alice));
		assertThat(removed.restore(this.moderator)).isTrue();
		assertThat(removed.restore(this.moderator)).isFalse();
	}

	@Test
	void thePostThatOpensAThreadGoesWithIt() {
		var opening = Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW);
		refusedAs("post.opens-thread", () -> opening.remove(this.moderator));
	}

	@Test
	void aPostThatIsGoneIsNoReplyAnyMore() {
		assertThat(aDeletedPost().repliesSince(PostStatus.ACTIVE)).isEqualTo(-1);
		assertThat(aReply().repliesSince(PostStatus.DELETED)).isOne();
		assertThat(aReply().repliesSince(PostStatus.FLAGGED)).isZero();
	}

	@Test
	void aPostThatGoesElsewhereLeavesItsPlaceAndSaysTheSame() {
		var parent = Post.reply("other", 5, "bob", null, "Hm", "<p>Hm</p>", NOW);
		var post = aReply();
		var left = post.move("other", 9, parent, NOW.plusSeconds(60));
		assertThat(left).isEqualTo(FormerPlace.left("thread", 2, post.id(), "other", 9));
		assertThat(post.isIn("other")).isTrue();
		assertThat(post.number()).isEqualTo(9);
		assertThat(post.replyTo()).isEqualTo(parent.id());
		assertThat(post.depth()).isOne();
		assertThat(post.placedAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(post.version()).isOne();
		assertThat(post.whereabouts().getUpdateObject().toString()).doesNotContain("content", "status", "voteScore");
		post.move("third", 1, null, NOW.plusSeconds(90));
		assertThat(post.replyTo()).isNull();
		assertThat(post.depth()).isZero();
		assertThat(post.opensThread()).isTrue();
	}

	@Test
	void aVerdictAboutWhatAPostSaidBeforeItWentStillCounts() {
		var post = aReply();
		post.move("other", 9, null, NOW);
		assertThat(post.judge(PostStatus.HELD, 0, NOW)).isTrue();
	}

	@Test
	void noChangeWritesVotes() {
		assertThat(aReply().update().getUpdateObject().toString()).doesNotContain("voteScore", "upVotes", "downVotes");
	}

	private static Post aReply() {
		return Post.reply("thread", 2, "alice", null, "Good", "<p>Good</p>", NOW);
	}

	private Post aDeletedPost() {
		var post = aReply();
		assertThat(post.remove(this.alice)).isTrue();
		return post;
	}

	private Post aRemovedPost() {
		var post = aReply();
		assertThat(post.remove(this.moderator)).isTrue();
		return post;
	}

	private static void refusedAs(String code, ThrowingCallable change) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(change)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
