package org.parley.forum.post;

import java.time.Duration;
import java.time.Instant;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.PostStatus;
import org.parley.forum.category.AuthorizedWriter;
import org.parley.forum.place.FormerPlace;
import org.parley.platform.domain.RefusalException;

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
	void pictureOfSpoilerIsNotTheFirst() {
		var hidden = "<span class=\"spoiler\"><span><img src=\"media:01KAG3P1C2T3R4E5S6A7B8C9D0\" alt=\"\" /></span></span>";
		var shown = "<img src=\"media:01KAG3P1C2T3R4E5S6A7B8C9D1\" alt=\"\" />";
		assertThat(Post.opening("thread", "alice", "x", hidden + shown, NOW).firstMedium())
			.isEqualTo("01KAG3P1C2T3R4E5S6A7B8C9D1");
		assertThat(Post.opening("thread", "alice", "x", hidden, NOW).firstMedium()).isNull();
	}

	@Test
	void replyToReplyIncreasesDepth() {
		var reply = aReply();
		var answer = Post.reply("thread", 3, "bob", reply, "x", "<p>x</p>", NOW);
		assertThat(reply.depth()).isZero();
		assertThat(answer.depth()).isOne();
		assertThat(answer.replyTo()).isEqualTo(reply.id());
	}

	@Test
	void editWithin15MinutesIsSilent() {
		var post = aReply();
		assertThat(post.edit(this.alice, "Better", "<p>Better</p>", LATER.minusMillis(1))).isEmpty();
		assertThat(post.content()).isEqualTo("Better");
		assertThat(post.editedAt()).isNull();
		assertThat(post.version()).isOne();
	}

	@Test
	void laterEditKeepsPreviousContent() {
		var post = aReply();
		var before = post.edit(this.alice, "Better", "<p>Better</p>", LATER).orElseThrow();
		assertThat(before.content()).isEqualTo("Good");
		assertThat(before.version()).isZero();
		assertThat(before.replacedBy()).isEqualTo("alice");
		assertThat(post.editedAt()).isEqualTo(LATER);
		assertThat(post.moderation()).isNull();
	}

	@Test
	void moderatorsEditIsNotSilent() {
		assertThat(aReply().edit(this.moderator, "[edited]", "<p>[edited]</p>", NOW)).isPresent();
	}

	@Test
	void editAfterModeratorsEditIsNotSilent() {
		var post = aReply();
		post.edit(this.moderator, "[edited]", "<p>[edited]</p>", NOW);
		assertThat(post.edit(this.alice, "Good", "<p>Good</p>", NOW)).isPresent();
	}

	@Test
	void onlyShownReplyIsShownReplyOfItsThread() {
		assertThat(aReply().isShownReplyIn("thread")).isTrue();
		assertThat(aReply().isShownReplyIn("another")).isFalse();
		assertThat(aRemovedPost().isShownReplyIn("thread")).isFalse();
		assertThat(Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW).isShownReplyIn("thread")).isFalse();
	}

	@Test
	void otherMembersMayNotChangePost() {
		var post = aReply();
		assertRefused("post.forbidden", () -> post.edit(this.bob, "x", "x", NOW));
		assertRefused("post.forbidden", () -> post.remove(this.bob));
		assertRefused("post.forbidden", () -> post.restore(this.bob));
	}

	@Test
	void editOfDeletedPostIsRefused() {
		var post = aDeletedPost();
		assertRefused("post.deleted", () -> post.edit(this.alice, "x", "x", NOW));
		assertRefused("post.deleted", post::requireShown);
	}

	@Test
	void authorDeletesAndModeratorRemoves() {
		assertThat(aDeletedPost().status()).isEqualTo(PostStatus.DELETED);
		assertThat(aRemovedPost().status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void removalOfRemovedPostChangesNothing() {
		var post = aRemovedPost();
		assertThat(post.remove(this.alice)).isFalse();
		assertThat(post.status()).isEqualTo(PostStatus.REMOVED);
	}

	@Test
	void authorRestoresDeletedPostButNotRemovedPost() {
		var deleted = aDeletedPost();
		assertThat(deleted.restore(this.alice)).isTrue();
		assertThat(deleted.status()).isEqualTo(PostStatus.ACTIVE);
		var removed = aRemovedPost();
		assertRefused("post.forbidden", () -> removed.restore(this.alice));
		assertThat(removed.restore(this.moderator)).isTrue();
		assertThat(removed.restore(this.moderator)).isFalse();
	}

	@Test
	void removalOfOpeningPostIsRefused() {
		var opening = Post.opening("thread", "alice", "Good", "<p>Good</p>", NOW);
		assertRefused("post.opens-thread", () -> opening.remove(this.moderator));
	}

	@Test
	void moveReturnsFormerPlaceAndKeepsContent() {
		var parent = Post.reply("other", 5, "bob", null, "Hm", "<p>Hm</p>", NOW);
		var post = aReply();
		var left = post.move("other", 9, parent, NOW.plusSeconds(60));
		assertThat(left).isEqualTo(FormerPlace.of("thread", 2, post.id(), "other", 9));
		assertThat(post.isIn("other")).isTrue();
		assertThat(post.number()).isEqualTo(9);
		assertThat(post.replyTo()).isEqualTo(parent.id());
		assertThat(post.depth()).isOne();
		assertThat(post.placedAt()).isEqualTo(NOW.plusSeconds(60));
		assertThat(post.version()).isOne();
		assertThat(Posts.placeUpdate(post).getUpdateObject().toString()).doesNotContain("content", "status",
				"voteScore");
		post.move("third", 1, null, NOW.plusSeconds(90));
		assertThat(post.replyTo()).isNull();
		assertThat(post.depth()).isZero();
		assertThat(post.opensThread()).isTrue();
	}

	@Test
	void verdictFromBeforeMoveIsApplied() {
		var post = aReply();
		post.move("other", 9, null, NOW);
		assertThat(post.applyVerdict(PostStatus.HELD, 0, NOW)).isTrue();
	}

	@Test
	void contentUpdateOmitsVotes() {
		assertThat(Posts.contentUpdate(aReply()).getUpdateObject().toString()).doesNotContain("voteScore", "upVotes",
				"downVotes");
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

	private static void assertRefused(String code, ThrowingCallable change) {
		assertThatExceptionOfType(RefusalException.class).isThrownBy(change)
			.satisfies((refusal) -> assertThat(refusal.code()).isEqualTo(code));
	}

}
