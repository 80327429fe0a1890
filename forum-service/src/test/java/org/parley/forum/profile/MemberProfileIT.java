package org.parley.forum.profile;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.forum.Reply;
import org.parley.forum.Somebody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.forum.Somebody.GUEST;

class MemberProfileIT extends ForumIT {

	private final Somebody alice = Somebody.with();

	private final Somebody bob = Somebody.with();

	@Test
	void votesChangeReputation() {
		var thread = this.forum.thread(this.alice, this.forum.category());
		var post = this.forum.reply(this.alice, thread);
		assertThat(profile(this.alice).data().path("reputation").asInt(-1)).isZero();
		this.forum.vote(this.bob, "/threads/" + thread, 1);
		this.forum.vote(this.bob, "/posts/" + post, 1);
		this.forum.vote(Somebody.with(), "/posts/" + post, 1);
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

	private int reputation(Somebody user) {
		return profile(user).data().path("reputation").asInt(-1);
	}

	private Reply profile(Somebody user) {
		return this.forum.get(GUEST, "/members/" + user.username());
	}

}
