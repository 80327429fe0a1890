package org.parley.forum.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;

import static org.assertj.core.api.Assertions.assertThat;

class FeedIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private String category = "";

	private String thread = "";

	@BeforeEach
	void createThreadAndPosts() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
	}

	@Test
	void threadFeedHasPostsNewestFirst() {
		this.forum.reply(this.alice, this.thread);
		var feed = get("/feeds/threads/" + this.thread);
		assertThat(feed.statusCode()).isEqualTo(200);
		assertThat(feed.headers().firstValue("Content-Type")).hasValue("application/atom+xml");
		assertThat(feed.body()).startsWith("<?xml version=\"1.0\"")
			.contains("<title>Which tomatoes for a balcony?</title>", "<id>urn:parley:thread:" + this.thread + "</id>",
					"&lt;em&gt;Stupice&lt;/em&gt;", "/threads/" + this.thread + "?post=2");
		assertThat(feed.body().indexOf("Stupice")).isLessThan(feed.body().indexOf("north"));
	}

	@Test
	void spoilersAreNotInFeeds() {
		this.forum.post(this.alice, "/posts",
				Map.of("threadId", this.thread, "content", "It was ||the butler||.\n\n>! Really!"));
		assertThat(get("/feeds/threads/" + this.thread).body()).contains("It was ▒▒▒.")
			.doesNotContain("butler", "Really");
	}

	@Test
	void categoryFeedHasThreads() {
		var feed = get("/feeds/categories/" + this.category).body();
		assertThat(feed).contains("<title>Category " + this.category + "</title>",
				"<id>urn:parley:thread:" + this.thread + "</id>", "It faces north.");
	}

	@Test
	void requestWithMatchingEntityTagIsNotModified() {
		var first = get("/feeds/threads/" + this.thread);
		var tag = first.headers().firstValue("ETag").orElseThrow();
		var again = get("/feeds/threads/" + this.thread, "If-None-Match", tag);
		assertThat(again.statusCode()).isEqualTo(304);
		assertThat(again.body()).isEmpty();
		this.forum.reply(this.alice, this.thread);
		assertThat(get("/feeds/threads/" + this.thread, "If-None-Match", tag).statusCode()).isEqualTo(200);
	}

	@Test
	void removedContentIsNotInFeed() {
		var post = this.forum.reply(this.alice, this.thread);
		this.forum.delete(this.forum.moderator(), "/posts/" + post);
		assertThat(get("/feeds/threads/" + this.thread).body()).doesNotContain("Stupice");
		var moderated = get("/feeds/threads/" + this.thread, "Authorization",
				"Bearer " + this.forum.moderator().accessToken());
		assertThat(moderated.body()).doesNotContain("Stupice");
	}

	@Test
	void feedHasTheLatestShownPostsBehindRemovedOnes() {
		var kept = this.forum.reply(this.alice, this.thread);
		for (var number = 0; number < 20; number++) {
			this.forum.delete(this.forum.moderator(), "/posts/" + this.forum.reply(this.alice, this.thread));
		}
		assertThat(get("/feeds/threads/" + this.thread).body()).contains("urn:parley:post:" + kept);
	}

	@Test
	void hiddenThreadIsInNoFeed() {
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/hide", null);
		assertThat(get("/feeds/threads/" + this.thread).statusCode()).isEqualTo(404);
		assertThat(get("/feeds/categories/" + this.category).body()).doesNotContain(this.thread);
	}

	@Test
	void feedOfMembersCategoryRequiresToken() {
		this.forum.patch(this.forum.admin(), "/categories/" + this.category, Map.of("read", "members"));
		assertThat(get("/feeds/categories/" + this.category).statusCode()).isEqualTo(404);
		assertThat(get("/feeds/threads/" + this.thread).statusCode()).isEqualTo(404);
		var member = get("/feeds/threads/" + this.thread, "Authorization", "Bearer " + this.alice.accessToken());
		assertThat(member.statusCode()).isEqualTo(200);
	}

	@Test
	void feedQueriesUseIndex() {
		for (var path : List.of("/feeds/categories/" + this.category, "/feeds/threads/" + this.thread)) {
			var sent = this.commands.during(() -> get(path)).stream().filter(FeedIT::readsTheNewest).toList();
			assertThat(sent).as(path).hasSize(1);
			assertThat(QueryExplanation.of(this.mongo, sent.getFirst()).stages()).contains("IXSCAN")
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	private static boolean readsTheNewest(BsonDocument command) {
		return command.getFirstKey().equals("find") && command.containsKey("sort")
				&& Set.of("threads", "posts").contains(command.getString("find").getValue());
	}

	private HttpResponse<String> get(String path, String... headers) {
		var request = HttpRequest.newBuilder(this.forum.uri(path));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
