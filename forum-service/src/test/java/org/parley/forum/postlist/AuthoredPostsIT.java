package org.parley.forum.postlist;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class AuthoredPostsIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	@Test
	void postsOfAuthorAreListedNewestFirst() {
		var thread = this.forum.thread(this.alice, this.forum.category());
		var first = this.forum.reply(this.bob, thread);
		this.forum.reply(this.alice, thread);
		var second = this.forum.reply(this.bob, thread);
		var page = this.forum.get(GUEST, path("&limit=1"));
		assertThat(ids(page.data())).containsExactly(second);
		var item = page.data().path(0);
		assertThat(item.path("title").asString()).isEqualTo("Which tomatoes for a balcony?");
		assertThat(item.path("excerpt").asString()).isEqualTo("Try Stupice.");
		assertThat(item.path("number").asInt()).isEqualTo(4);
		assertThat(item.path("threadId").asString()).isEqualTo(thread);
		var next = page.body().at("/meta/pagination/next").asString();
		assertThat(ids(this.forum.get(GUEST, path("&limit=1&cursor=" + next)).data())).containsExactly(first);
	}

	@Test
	void postsThatReaderMayNotSeeAreLeftOut() {
		var open = this.forum.thread(this.alice, this.forum.category());
		var shown = this.forum.reply(this.bob, open);
		this.forum.delete(this.bob, "/posts/" + this.forum.reply(this.bob, open));
		var members = this.forum.reply(this.bob,
				this.forum.thread(this.alice, this.forum.category("members", "members")));
		var hidden = this.forum.thread(this.alice, this.forum.category());
		var inHidden = this.forum.reply(this.bob, hidden);
		this.forum.post(this.forum.moderator(), "/threads/" + hidden + "/hide", null);
		assertThat(ids(this.forum.get(GUEST, path("")).data())).containsExactly(shown);
		assertThat(ids(this.forum.get(this.alice, path("")).data())).containsExactly(members, shown);
		assertThat(ids(this.forum.get(this.forum.moderator(), path("")).data())).containsExactly(inHidden, members,
				shown);
	}

	@Test
	void unknownAuthorHasNoPosts() {
		assertThat(this.forum.get(GUEST, "/posts?author=nobody-here").data()).isEmpty();
	}

	@Test
	void listRequiresAuthor() {
		var refused = this.forum.call(GUEST, "GET", "/posts", Map.of());
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo("author");
	}

	private String path(String more) {
		return "/posts?author=" + this.bob.username() + more;
	}

	private static List<String> ids(JsonNode data) {
		return data.valueStream().map((item) -> item.path("id").asString()).toList();
	}

}
