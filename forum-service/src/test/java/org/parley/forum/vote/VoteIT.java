package org.parley.forum.vote;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class VoteIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String post = "";

	@BeforeEach
	void write() {
		this.post = "/posts/" + this.forum.reply(this.alice, this.forum.thread(this.alice, this.forum.category()));
	}

	@Test
	void voteCanBeChangedAndWithdrawn() {
		assertThat(vote(1)).isEqualTo(1);
		assertThat(vote(1)).isEqualTo(1);
		assertThat(vote(-1)).isEqualTo(-1);
		assertThat(vote(0)).isZero();
		assertThat(vote(1)).isEqualTo(1);
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, this.post).data().path("voteScore").asInt()).isEqualTo(1));
	}

	@Test
	void readersSeeScoreAndOwnVote() {
		vote(-1);
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, this.post).data().path("voteScore").asInt()).isEqualTo(-1));
		assertThat(this.forum.get(this.bob, this.post).data().path("myVote").asInt()).isEqualTo(-1);
		assertThat(this.forum.get(this.alice, this.post).data().path("myVote").asInt()).isZero();
		assertThat(this.forum.get(GUEST, this.post).data().path("myVote").asInt()).isZero();
	}

	@Test
	void voteOnThreadIsVoteOnItsOpeningPost() {
		var thread = "/threads/" + this.forum.get(GUEST, this.post).data().path("threadId").asString();
		var opening = "/posts/" + this.forum.get(GUEST, thread + "/posts").data().path(0).path("id").asString();
		assertThat(this.forum.vote(this.bob, thread, 1).data().path("voteScore").asInt()).isOne();
		assertThat(this.forum.vote(this.bob, opening, 1).data().path("voteScore").asInt()).isOne();
		assertThat(this.forum.get(this.bob, opening).data().path("myVote").asInt()).isOne();
		soon().untilAsserted(() -> {
			assertThat(this.forum.get(GUEST, thread).data().path("voteScore").asInt()).isOne();
			assertThat(this.forum.get(GUEST, opening).data().path("voteScore").asInt()).isOne();
		});
		this.forum.vote(this.bob, opening, -1);
		soon().untilAsserted(
				() -> assertThat(this.forum.get(GUEST, thread).data().path("voteScore").asInt()).isEqualTo(-1));
		assertThat(this.forum.vote(this.alice, thread, 1).code()).isEqualTo("vote.own");
	}

	@Test
	void voteOnOwnPostIsRefused() {
		var refused = this.forum.vote(this.alice, this.post, 1);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("vote.own");
	}

	@Test
	void voteOnDeletedPostIsRefused() {
		this.forum.delete(this.alice, this.post);
		var refused = this.forum.vote(this.bob, this.post, 1);
		assertThat(refused.status()).isEqualTo(409);
		assertThat(refused.code()).isEqualTo("post.deleted");
	}

	private int vote(int value) {
		var voted = this.forum.vote(this.bob, this.post, value);
		assertThat(voted.status()).isEqualTo(200);
		assertThat(voted.data().path("value").asInt()).isEqualTo(value);
		return voted.data().path("voteScore").asInt();
	}

}
