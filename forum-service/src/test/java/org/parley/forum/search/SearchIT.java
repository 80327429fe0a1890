package org.parley.forum.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.bson.BsonString;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

@ExtendWith(FollowedIndex.class)
class SearchIT extends ForumIT {

	private static final BsonString NONE = new BsonString("");

	private final TestUser alice = TestUser.with();

	/** A word that occurs in no other document of the database. */
	private final String word = "w" + Ids.next().toLowerCase(Locale.ROOT);

	private String category = "";

	@BeforeEach
	void createCategory() {
		this.category = this.forum.category();
	}

	@Test
	void threadIsReadByOneCommand() {
		var thread = thread("A title with " + this.word, "Plain text.");
		awaitFound(thread);
		var sent = this.commands.during(() -> search(this.word));
		assertThat(sent.stream().map((command) -> command.getString("find", NONE).getValue()))
			.doesNotContain("posts", "members")
			.containsOnlyOnce("threads");
	}

	/** Pages show the names of categories, and links in old posts have former slugs. */
	@Test
	void categoryIsFoundByNameAndFormerSlug() {
		var thread = thread("A title with " + this.word, "Plain text.");
		awaitFound(thread);
		var former = this.category;
		var name = "Küche und Garten " + former;
		this.category = former + "-new";
		this.forum.patch(this.forum.admin(), "/categories/" + former, Map.of("slug", this.category, "name", name));
		for (var category : List.of(this.category, former, "\"" + name + "\"",
				"“" + name.toUpperCase(Locale.ROOT) + "”", "\"" + name.replace('ü', 'u') + "\"")) {
			soon().untilAsserted(
					() -> assertThat(ids(search(this.word + " category:" + category))).containsExactly(thread));
		}
		assertThat(ids(search(this.word + " category:\"" + name + " 2\""))).isEmpty();
	}

	@Test
	void newPostIsFound() {
		var thread = thread("A title", "Plain text.");
		assertThat(ids(search(this.word))).isEmpty();
		var post = reply(thread, "Some **" + this.word + "** here.");
		awaitFound(post);
		var hit = search(this.word).data().get(0);
		assertThat(hit.path("kind").asString()).isEqualTo("post");
		assertThat(hit.path("id").asString()).isEqualTo(post);
		assertThat(hit.path("threadId").asString()).isEqualTo(thread);
		assertThat(hit.path("number").asInt()).isEqualTo(2);
		assertThat(hit.path("title").asString()).isEqualTo("A title");
		assertThat(hit.path("category").asString()).isEqualTo(this.category);
		assertThat(hit.path("author").path("username").asString()).isEqualTo(this.alice.username());
		assertThat(hit.path("highlights").get(0).path("field").asString()).isEqualTo("content");
		assertThat(hit.path("highlights").get(0).path("html").asString())
			.isEqualTo("Some <mark>" + this.word + "</mark> here.");
	}

	@Test
	void highlightsHideSpoilers() {
		var thread = thread("A title", "Text.");
		this.forum.post(this.alice, "/posts",
				Map.of("threadId", thread, "content", "x ".repeat(200) + "||The " + this.word + " did it|| indeed"));
		soon().untilAsserted(() -> assertThat(ids(search(this.word))).hasSize(1));
		assertThat(search(this.word).data().get(0).path("highlights").toString()).contains("x x x")
			.doesNotContain(this.word);
	}

	@Test
	void titlesWeighMoreThanPosts() {
		var inText = thread("Something", this.word + " in the text");
		var inTitle = thread("About " + this.word, "Text.");
		soon().untilAsserted(() -> assertThat(ids(search(this.word))).hasSize(2));
		var found = search(this.word).data();
		assertThat(found.get(0).path("kind").asString()).isEqualTo("thread");
		assertThat(found.get(0).path("id").asString()).isEqualTo(inTitle);
		assertThat(found.get(0).path("number").asInt()).isOne();
		assertThat(found.get(1).path("threadId").asString()).isEqualTo(inText);
		assertThat(found.get(0).path("highlights").get(0).path("html").asString())
			.isEqualTo("About <mark>" + this.word + "</mark>");
	}

	@Test
	void unreadableContentIsNotFound() {
		var inside = this.forum
			.post(this.alice, "/threads", Map.of("category", this.forum.category("members", "members"), "title",
					"Inside " + this.word, "content", "Secret " + this.word))
			.id();
		soon().untilAsserted(
				() -> assertThat(ids(this.forum.get(this.alice, "/threads/search?q=" + this.word))).hasSize(2)
					.contains(inside));
		assertThat(ids(search(this.word))).isEmpty();
	}

	@Test
	void hiddenThreadsAreNotFoundEvenByModerators() {
		var thread = thread("About " + this.word, "Text " + this.word);
		soon().untilAsserted(() -> assertThat(ids(search(this.word))).hasSize(2));
		this.forum.post(this.forum.moderator(), "/threads/" + thread + "/hide", null);
		assertThat(ids(search(this.word))).isEmpty();
		assertThat(ids(this.forum.get(this.forum.moderator(), "/threads/search?q=" + this.word))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "relevance", "newest" })
	void cursorsReturnEachHitOnce(String sort) {
		var thread = thread("About " + this.word, "Text " + this.word);
		for (var reply = 0; reply < 7; reply++) {
			reply(thread, this.word + " and more".repeat(reply % 3));
		}
		soon().untilAsserted(() -> assertThat(ids(search(this.word + "&limit=100"))).hasSize(9));
		var all = ids(search(this.word + "&sort=" + sort + "&limit=100"));
		assertThat(all).doesNotHaveDuplicates();
		var met = new ArrayList<String>();
		var page = search(this.word + "&limit=2&sort=" + sort);
		met.addAll(ids(page));
		while (!next(page).isEmpty()) {
			page = search(this.word + "&limit=2&sort=" + sort + "&cursor=" + next(page));
			met.addAll(ids(page));
		}
		assertThat(met).isEqualTo(all);
	}

	/**
	 * {@code WordSearchTests} and {@code SearchCursorTests} have the other texts and
	 * cursors, {@code DeclaredInputTests} the other parameters.
	 */
	@Test
	void queryIsReadOrRefused() {
		assertThat(search("x ".repeat(99)).status()).isEqualTo(200);
		assertThat(search("\uD83D\uDE00 x").status()).isEqualTo(200);
		for (var query : List.of("q=%ED%A0%80", "q=x&cursor=x", "q=x%20is:old", "q=x&q=y")) {
			assertThat(this.forum.get(GUEST, "/threads/search?" + query).status()).as(query).isEqualTo(400);
		}
	}

	private void awaitFound(String id) {
		soon().untilAsserted(() -> assertThat(ids(search(this.word))).containsExactly(id));
	}

	private String thread(String title, String content) {
		return this.forum
			.post(this.alice, "/threads", Map.of("category", this.category, "title", title, "content", content))
			.id();
	}

	private String reply(String threadId, String content) {
		return this.forum.post(this.alice, "/posts", Map.of("threadId", threadId, "content", content)).id();
	}

	private TestResponse search(String query) {
		var parts = query.split("&", 2);
		return this.forum.get(GUEST, "/threads/search?q=" + URLEncoder.encode(parts[0], StandardCharsets.UTF_8)
				+ ((parts.length > 1) ? "&" + parts[1] : ""));
	}

	private static List<String> ids(TestResponse page) {
		assertThat(page.status()).as(page.body().toString()).isEqualTo(200);
		return page.data().valueStream().map((hit) -> hit.path("id").asString()).toList();
	}

	private static String next(TestResponse page) {
		return page.body().path("meta").path("pagination").path("next").asString("");
	}

}
