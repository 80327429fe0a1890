package org.parley.forum.profile;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class MemberProfileIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void votesChangeReputation() {
		var thread = this.forum.thread(this.alice, this.forum.category());
		var post = this.forum.reply(this.alice, thread);
		assertThat(profile(this.alice).data().path("reputation").asInt(-1)).isZero();
		this.forum.vote(this.bob, "/threads/" + thread, 1);
		this.forum.vote(this.bob, "/posts/" + post, 1);
		this.forum.vote(TestUser.with(), "/posts/" + post, 1);
		soon().untilAsserted(() -> assertThat(reputation(this.alice)).isEqualTo(3));
		this.forum.vote(this.bob, "/posts/" + post, -1);
		soon().untilAsserted(() -> assertThat(reputation(this.alice)).isEqualTo(1));
		assertThat(reputation(this.bob)).isZero();
	}

	@Test
	void usernameMatchesIgnoringCase() {
		this.forum.thread(this.alice, this.forum.category());
		var found = this.forum.get(GUEST, "/members/" + this.alice.username().toUpperCase(Locale.ROOT));
		assertThat(found.data().path("id").asString()).isEqualTo(this.alice.id());
		assertThat(found.data().path("username").asString()).isEqualTo(this.alice.username());
		assertThat(found.data().propertyNames()).containsExactly("id", "username", "displayName", "avatarUrl",
				"reputation");
	}

	@Test
	void unknownMemberIsNotFound() {
		assertThat(profile(this.bob).code()).isEqualTo("member.not-found");
	}

	private int reputation(TestUser user) {
		return profile(user).data().path("reputation").asInt(-1);
	}

	private TestResponse profile(TestUser user) {
		return this.forum.get(GUEST, "/members/" + user.username());
	}

}
