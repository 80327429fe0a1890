package org.parley.forum.post.edit;

import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contracts.forum.Quote;
import org.parley.forum.ForumIT;
import org.parley.forum.post.Post;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ReadContentIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String thread = "";

	private String quoted = "";

	@BeforeEach
	void start() {
		this.thread = this.forum.thread(this.alice, this.forum.category());
		this.quoted = this.forum.reply(this.alice, this.thread);
	}

	@Test
	void quoteLinksToPost() {
		var created = reply(this.bob, this.thread, quote(this.alice, this.quoted));
		assertThat(created.status()).isEqualTo(201);
		assertThat(this.forum.get(GUEST, "/posts/" + created.id()).data().path("html").asString())
			.startsWith("<blockquote cite=\"/posts/" + this.quoted + "\">");
		assertThat(quotesOf(created.id())).containsExactly(new Quote(this.quoted, this.alice.id()));
	}

	@Test
	void mentionsFollowTheContent() {
		var created = reply(this.bob, this.thread,
				"你好@Carol请看 a@name.org `@nobody`\n> @%s said".formatted(this.alice.username()));
		assertThat(html(created)).contains("<a href=\"/people/carol\" class=\"mention\">&#64;Carol</a>",
				"<a href=\"/people/%s\" class=\"mention\">".formatted(this.alice.username()),
				"<code>&#64;nobody</code>");
		assertThat(mentionsOf(created.id())).containsExactly("carol");
		this.forum.patch(this.bob, "/posts/" + created.id(), Map.of("content", "Rather @dave."));
		assertThat(mentionsOf(created.id())).containsExactly("dave");
		var preview = this.forum.post(this.bob, "/posts/preview", Map.of("content", "你好@dave请看"));
		assertThat(preview.data().path("html").asString()).contains("<a href=\"/people/dave\" class=\"mention\">");
	}

	@Test
	void quoteInOpeningPostLinksToPost() {
		var elsewhere = this.forum.post(this.bob, "/threads", Map.of("category", this.forum.category(), "title",
				"Further to that", "content", quote(this.alice, this.quoted)));
		var opening = this.forum.get(GUEST, "/threads/" + elsewhere.id() + "/posts").data().path(0);
		assertThat(opening.path("html").asString()).contains("cite=");
		assertThat(quotesOf(opening.path("id").asString())).hasSize(1);
	}

	@Test
	void editUpdatesQuotes() {
		var created = reply(this.bob, this.thread, "No quote.");
		this.forum.patch(this.bob, "/posts/" + created.id(), Map.of("content", quote(this.alice, this.quoted)));
		assertThat(quotesOf(created.id())).hasSize(1);
		this.forum.patch(this.bob, "/posts/" + created.id(), Map.of("content", "None again."));
		assertThat(quotesOf(created.id())).isEmpty();
	}

	@Test
	void quoteWithWrongAuthorIsNotLinked() {
		var created = reply(this.bob, this.thread, quote(this.bob, this.quoted));
		assertThat(html(created)).doesNotContain("cite=", "href=").contains("wrote");
		assertThat(quotesOf(created.id())).isEmpty();
	}

	@Test
	void quoteOfDeletedPostIsNotLinked() {
		var before = reply(this.bob, this.thread, quote(this.alice, this.quoted));
		this.forum.delete(this.alice, "/posts/" + this.quoted);
		assertThat(html(reply(this.bob, this.thread, quote(this.alice, this.quoted)))).doesNotContain("cite=");
		assertThat(html(reply(this.bob, this.thread, quote(this.alice, "01KAG3A1B9Z8Y7X6W5V4T3S2R1"))))
			.doesNotContain("cite=");
		assertThat(html(before)).contains("cite=");
	}

	@Test
	void quoteFromRestrictedCategoryIsNotLinked() {
		var moderator = this.forum.moderator();
		var inside = this.forum.category("moderators", "moderators");
		var secret = this.forum.reply(moderator, this.forum.thread(moderator, inside));
		var outside = reply(moderator, this.thread, quote(moderator, secret));
		assertThat(html(outside)).doesNotContain("cite=", secret);
		assertThat(quotesOf(outside.id())).isEmpty();
		var among = reply(moderator, this.forum.thread(moderator, inside), quote(moderator, secret));
		assertThat(html(among)).contains("cite=\"/posts/" + secret);
		var open = reply(moderator, this.forum.thread(moderator, inside), quote(this.alice, this.quoted));
		assertThat(quotesOf(open.id())).containsExactly(new Quote(this.quoted, this.alice.id()));
	}

	@Test
	void nestedQuoteIsLinkedButNotRecorded() {
		var first = reply(this.bob, this.thread, quote(this.alice, this.quoted));
		var nested = "> [@%s wrote](/posts/%s)\n> > [@%s wrote](/posts/%s)\n> > Try.".formatted(this.bob.username(),
				first.id(), this.alice.username(), this.quoted);
		var second = reply(TestUser.with(), this.thread, nested);
		assertThat(html(second)).contains("cite=\"/posts/" + first.id(), "cite=\"/posts/" + this.quoted);
		assertThat(quotesOf(second.id())).containsExactly(new Quote(first.id(), this.bob.id()));
	}

	@Test
	void quotesBeyondTwentyAreNotRecorded() {
		var text = new StringBuilder();
		for (var i = 0; i < 21; i++) {
			text.append(quote(this.alice, this.forum.reply(this.alice, this.thread))).append("\n\n---\n\n");
		}
		assertThat(quotesOf(reply(this.bob, this.thread, text.toString()).id())).hasSize(20);
	}

	private static String quote(TestUser author, String post) {
		return "> [@%s wrote](/posts/%s):\n> Try *Stupice*.\n\nI did.".formatted(author.username(), post);
	}

	private TestResponse reply(TestUser author, String where, String content) {
		return this.forum.post(author, "/posts", Map.of("threadId", where, "content", content));
	}

	private static String html(TestResponse created) {
		return created.data().path("html").asString();
	}

	private List<String> mentionsOf(String post) {
		return Objects.requireNonNull(this.mongo.findById(post, Post.class)).mentions();
	}

	private List<Quote> quotesOf(String post) {
		return Objects.requireNonNull(this.mongo.findById(post, Post.class)).quotes();
	}

}
