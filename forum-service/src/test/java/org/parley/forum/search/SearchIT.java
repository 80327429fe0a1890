package org.parley.forum.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.web.Ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class SearchIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	/** A word that occurs in no other document of the database. */
	private final String word = "w" + Ids.next().toLowerCase(Locale.ROOT);

	private String category = "";

	@BeforeEach
	void createCategory() {
		this.category = this.forum.category();
	}

	@Test
	void newPostIsFoundAtOnce() {
		var thread = thread("A title", "Plain text.");
		assertThat(ids(search(this.word))).isEmpty();
		var post = reply(thread, "Some **" + this.word + "** here.");
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
	void editAndRemovalApplyAtOnce() {
		var post = reply(thread("A title", "Text."), "Some " + this.word);
		assertThat(ids(search(this.word))).containsExactly(post);
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", "Something else"));
		assertThat(ids(search(this.word))).isEmpty();
		this.forum.patch(this.alice, "/posts/" + post, Map.of("content", "Again " + this.word));
		assertThat(ids(search(this.word))).containsExactly(post);
		this.forum.delete(this.alice, "/posts/" + post);
		assertThat(ids(search(this.word))).isEmpty();
		assertThat(ids(this.forum.get(this.forum.moderator(), "/threads/search?q=" + this.word))).isEmpty();
	}

	@Test
	void titlesWeighMoreThanPosts() {
		var inText = thread("Something", this.word + " in the text");
		var inTitle = thread("About " + this.word, "Text.");
		var found = search(this.word).data();
		assertThat(found.get(0).path("kind").asString()).isEqualTo("thread");
		assertThat(found.get(0).path("id").asString()).isEqualTo(inTitle);
		assertThat(found.get(0).path("number").isNull()).isTrue();
		assertThat(found.get(1).path("threadId").asString()).isEqualTo(inText);
		assertThat(found.get(0).path("highlights").get(0).path("html").asString())
			.isEqualTo("About <mark>" + this.word + "</mark>");
	}

	@Test
	void phrasesAndExclusionsApply() {
		var thread = thread("A title", "Text.");
		var together = reply(thread, this.word + " alpha beta");
		var apart = reply(thread, this.word + " beta alpha");
		assertThat(ids(search("\"" + this.word + " alpha\""))).containsExactly(together);
		assertThat(ids(search(this.word + " -\"beta alpha\""))).containsExactly(together);
		assertThat(ids(search(this.word))).containsExactlyInAnyOrder(together, apart);
	}

	@Test
	void operatorsFilter() {
		var bob = TestUser.with();
		var thread = thread("A title", "First " + this.word);
		var his = this.forum.post(bob, "/posts", Map.of("threadId", thread, "content", "His " + this.word)).id();
		var elsewhere = this.forum
			.post(this.alice, "/threads", Map.of("category", this.forum.category(), "title", "Other " + this.word,
					"content", "Text.", "tags", List.of("soil")))
			.id();
		assertThat(ids(search(this.word + " author:" + bob.username()))).containsExactly(his);
		assertThat(ids(search(this.word + " tag:soil"))).containsExactly(elsewhere);
		assertThat(ids(search(this.word + " category:" + this.category))).hasSize(2).contains(his);
		assertThat(ids(search(this.word + " category:no-such-category"))).isEmpty();
		assertThat(ids(search(this.word + " author:nobody-at-all"))).isEmpty();
		soon().untilAsserted(() -> assertThat(ids(search(this.word + " is:unanswered"))).containsExactly(elsewhere));
		var today = LocalDate.now(ZoneOffset.UTC);
		assertThat(ids(search(this.word + " after:" + today))).hasSize(3);
		assertThat(ids(search(this.word + " before:" + today))).isEmpty();
	}

	@Test
	void unreadableContentIsNotFound() {
		var inside = this.forum
			.post(this.alice, "/threads", Map.of("category", this.forum.category("members", "members"), "title",
					"Inside " + this.word, "content", "Secret " + this.word))
			.id();
		assertThat(ids(search(this.word))).isEmpty();
		assertThat(ids(this.forum.get(this.alice, "/threads/search?q=" + this.word))).hasSize(2).contains(inside);
	}

	@Test
	void hiddenThreadsAreNotFoundEvenByModerators() {
		var thread = thread("About " + this.word, "Text " + this.word);
		assertThat(ids(search(this.word))).hasSize(2);
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
		var all = ids(search(this.word + "&sort=" + sort + "&limit=100"));
		assertThat(all).hasSize(9).doesNotHaveDuplicates();
		var met = new ArrayList<String>();
		var page = search(this.word + "&limit=2&sort=" + sort);
		met.addAll(ids(page));
		while (!next(page).isEmpty()) {
			page = search(this.word + "&limit=2&sort=" + sort + "&cursor=" + next(page));
			met.addAll(ids(page));
		}
		assertThat(met).isEqualTo(all);
	}

	@Test
	void languageOverrideInTextIsIgnored() {
		var post = reply(thread("A title", "Text."), "language: klingon " + this.word);
		assertThat(ids(search(this.word))).containsExactly(post);
	}

	@ParameterizedTest
	@CsvSource({ "q=", "q=%20", "sort=newest", "q=x&sort=best", "q=x&cursor=x", "q=x&limit=0", "q=x&page=1",
			"q=author:alice%20-x", "q=x%20before:soon", "q=x%20is:old", "q=%ED%A0%80", "q=x&q=y" })
	void invalidQueryIsRefused(String query) {
		assertThat(this.forum.get(GUEST, "/threads/search?" + query).status()).as(query).isEqualTo(400);
	}

	@Test
	void overlongQueryIsRefused() {
		assertThat(search("x".repeat(201)).status()).isEqualTo(400);
		assertThat(search("x ".repeat(99)).status()).isEqualTo(200);
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
