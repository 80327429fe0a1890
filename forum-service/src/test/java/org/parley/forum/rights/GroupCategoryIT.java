package org.parley.forum.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.ForumIT;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Every person at every address of a category that groups may read and write. */
@ExtendWith(FollowedIndex.class)
class GroupCategoryIT extends ForumIT {

	private static final List<String> THINGS = List.of("/categories/{category}", "/categories/{category}/moderators",
			"/categories/{category}/subscription", "/threads/{thread}", "/threads/{thread}/posts",
			"/threads/{thread}/posts?view=tree", "/threads/{thread}/progress", "/threads/{thread}/subscription",
			"/posts/{post}", "/threads?category={category}", "/tags/{word}/subscription");

	private static final List<String> LISTS = List.of("/categories", "/threads?limit=100",
			"/threads?sort=newest&limit=100", "/threads?tag={word}", "/threads?author={author}",
			"/threads?page=1&limit=1&tag={word}", "/threads/search?q={word}", "/posts?author={author}");

	private final String readers = Ids.next();

	private final String writers = Ids.next();

	private final TestUser author = member(this.writers, this.readers);

	private final TestUser reader = member(this.readers);

	/** A word that no other test uses. */
	private final String word = "w" + Ids.next().substring(10).toLowerCase(Locale.ROOT);

	private String category = "";

	private String thread = "";

	private String post = "";

	@BeforeEach
	void writeInside() {
		this.category = this.forum.category("admins", "admins");
		change(Map.of("readGroups", List.of(this.readers), "postGroups", List.of(this.writers)));
		this.thread = this.forum
			.post(this.author, "/threads", Map.of("category", this.category, "title", "About " + this.word, "content",
					this.word, "tags", List.of(this.word)))
			.id();
		this.post = this.forum.post(this.author, "/posts", Map.of("threadId", this.thread, "content", this.word)).id();
	}

	/** {@code CategoryTests} has every role and group. */
	@Test
	void rightsHoldAtEveryAddress() {
		soon().untilAsserted(() -> assertThat(get(this.author, "/threads/search?q={word}").data()).isNotEmpty());
		assertRights(GUEST, false, false);
		assertRights(member(this.writers), false, false);
		assertRights(this.forum.moderator(), false, false);
		assertRights(this.reader, true, false);
		assertRights(this.author, true, true);
	}

	private void assertRights(TestUser person, boolean reads, boolean writes) {
		for (var path : THINGS) {
			var personal = path.endsWith("/subscription") || path.endsWith("/progress");
			if (!(personal && person.equals(GUEST))) {
				assertThat(get(person, path).status()).as(path).isEqualTo(reads ? 200 : 404);
			}
		}
		for (var path : LISTS) {
			assertThat(shows(get(person, path))).as(path).isEqualTo(reads);
		}
		if (!reads && !person.equals(GUEST)) {
			assertThat(get(person, "/posts/{post}/history").status()).isEqualTo(404);
		}
		assertThat(reply(person).status() == 201).as("reply").isEqualTo(writes);
		assertThat(this.forum
			.post(person, "/threads", Map.of("category", this.category, "title", "Another question", "content", "Why?"))
			.status() == 201).as("thread").isEqualTo(writes);
	}

	@Test
	void formerMemberSeesNothingAgain() {
		var former = new TestUser(this.reader.id(), this.reader.username(), token(this.reader.id()));
		for (var path : List.of("/threads/{thread}", "/threads/{thread}/posts", "/threads?category={category}",
				"/threads?limit=100", "/posts/{post}", "/categories")) {
			var seen = get(this.reader, path);
			assertThat(shows(seen)).as(path).isTrue();
			var now = this.forum.get(former, path(path), "If-None-Match", seen.header("ETag"));
			assertThat(now.status() == 404 || (now.status() == 200 && !shows(now))).as(path).isTrue();
		}
	}

	@Test
	void bookmarksAndSubscriptionsOfFormerMemberAreHidden() {
		this.forum.put(this.reader, "/posts/" + this.post + "/bookmark", null);
		this.forum.put(this.reader, path("/categories/{category}/subscription"), Map.of("level", "following"));
		assertThat(shows(get(this.reader, "/bookmarks"))).isTrue();
		assertThat(shows(get(this.reader, "/subscriptions"))).isTrue();
		var former = new TestUser(this.reader.id(), this.reader.username(), token(this.reader.id()));
		assertThat(shows(get(former, "/bookmarks"))).isFalse();
		assertThat(shows(get(former, "/subscriptions"))).isFalse();
	}

	@Test
	void categoryThatNoLongerNamesTheGroupIsHidden() {
		assertThat(get(this.reader, "/threads/{thread}/posts").status()).isEqualTo(200);
		change(Map.of("readGroups", List.of()));
		assertThat(get(this.reader, "/threads/{thread}/posts").status()).isEqualTo(404);
		assertThat(reply(this.author).status()).isEqualTo(404);
	}

	@Test
	void appointedModeratorNeedsTheGroup() {
		this.forum.appoint(this.reader, this.category);
		assertThat(this.forum.post(this.reader, "/threads/" + this.thread + "/lock", null).status()).isEqualTo(200);
		var former = new TestUser(this.reader.id(), this.reader.username(), token(this.reader.id()));
		assertThat(this.forum.post(former, "/threads/" + this.thread + "/unlock", null).status()).isNotEqualTo(200);
	}

	@Test
	void quoteIsLinkedOnlyIfEveryReaderMayReadTheOriginal() {
		var another = Ids.next();
		var both = member(this.readers, this.writers, another);
		var theirs = this.forum.category("admins", "admins");
		change(theirs, Map.of("readGroups", List.of(another), "postGroups", List.of(another)));
		var quote = "> [@%s wrote](/posts/%s):\n> It.\n\nYes.".formatted(this.author.username(), this.post);
		var elsewhere = this.forum.thread(both, theirs);
		assertThat(html(both, elsewhere, quote)).doesNotContain("cite=");
		assertThat(html(both, this.thread, quote)).contains("cite=");
		change(theirs, Map.of("readGroups", List.of(this.readers)));
		assertThat(html(both, elsewhere, quote)).contains("cite=");
	}

	@Test
	void openingCategoryToAllRequiresToRemoveItsGroups() {
		assertThat(this.forum.patch(this.forum.admin(), path("/categories/{category}"), Map.of("read", "everyone"))
			.status()).isEqualTo(400);
		change(Map.of("read", "everyone", "readGroups", List.of()));
		assertThat(get(GUEST, "/threads/{thread}").status()).isEqualTo(200);
	}

	private static TestUser member(String... groups) {
		var id = Ids.next();
		return new TestUser(id, name(id), token(id, groups));
	}

	private static String token(String id, String... groups) {
		return TestTokens.claims(id, name(id)).claim("groups", List.of(groups)).sign();
	}

	private static String name(String id) {
		return "p" + id.substring(12).toLowerCase(Locale.ROOT);
	}

	private TestResponse reply(TestUser person) {
		return this.forum.post(person, "/posts", Map.of("threadId", this.thread, "content", "Indeed."));
	}

	private String html(TestUser person, String where, String content) {
		return this.forum.post(person, "/posts", Map.of("threadId", where, "content", content))
			.data()
			.path("html")
			.asString();
	}

	private void change(Map<String, ?> change) {
		change(this.category, change);
	}

	private void change(String slug, Map<String, ?> change) {
		assertThat(this.forum.patch(this.forum.admin(), "/categories/" + slug, change).status()).isEqualTo(200);
	}

	private TestResponse get(TestUser person, String path) {
		return this.forum.get(person, path(path));
	}

	private String path(String path) {
		return path.replace("{category}", this.category)
			.replace("{thread}", this.thread)
			.replace("{post}", this.post)
			.replace("{word}", this.word)
			.replace("{author}", this.author.username());
	}

	private boolean shows(TestResponse response) {
		return List.of(this.thread, this.post, "\"" + this.category + "\"")
			.stream()
			.anyMatch(response.body().toString()::contains);
	}

}
