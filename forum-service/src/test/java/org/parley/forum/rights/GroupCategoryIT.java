package org.parley.forum.rights;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.forum.ForumIT;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.TestTokens;
import org.parley.platform.test.client.TestResponse;
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
		soon().untilAsserted(() -> assertThat(get(this.author, "/threads/search?q={word}").data()).isNotEmpty());
	}

	@ParameterizedTest
	@CsvSource({ "author, true, true", "reader, true, false", "admin, true, true", "member, false, false",
			"other-group, false, false", "only-writer, false, false", "moderator, false, false",
			"moderator-in-group, true, true", "token-for-reading, true, false", "program, false, false",
			"guest, false, false" })
	void rightsHoldAtEveryAddress(String name, boolean reads, boolean writes) {
		var person = person(name);
		var anonymous = person.accessToken().isEmpty() || "program".equals(name);
		for (var path : THINGS) {
			var personal = path.endsWith("/subscription") || path.endsWith("/progress");
			if (!(anonymous && personal)) {
				assertThat(get(person, path).status()).as(path).isEqualTo(reads ? 200 : 404);
			}
		}
		for (var path : LISTS) {
			assertThat(shows(get(person, path))).as(path).isEqualTo(reads);
		}
		if (!reads && !anonymous) {
			assertThat(get(person, "/posts/{post}/history").status()).isEqualTo(404);
		}
		var status = reply(person).status();
		assertThat(status == 201).as("reply").isEqualTo(writes);
		assertThat(this.forum
			.post(person, "/threads", Map.of("category", this.category, "title", "Another question", "content", "Why?"))
			.status() == 201).as("thread").isEqualTo(writes);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/threads/{thread}", "/threads/{thread}/posts", "/threads?category={category}",
			"/threads?limit=100", "/posts/{post}", "/categories" })
	void formerMemberSeesNothingAgain(String path) {
		var seen = get(this.reader, path);
		var former = new TestUser(this.reader.id(), this.reader.username(), token(this.reader.id()));
		assertThat(shows(seen)).isTrue();
		var now = this.forum.get(former, path(path), "If-None-Match", seen.header("ETag"));
		assertThat(now.status() == 404 || (now.status() == 200 && !shows(now))).isTrue();
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

	@ParameterizedTest
	@CsvSource({ "everyone, members, readGroups", "members, admins, readGroups", "admins, members, postGroups" })
	void groupsWithoutEffectAreRefused(String read, String post, String field) {
		var slug = this.forum.category(read, post);
		var refused = this.forum.patch(this.forum.admin(), "/categories/" + slug, Map.of(field, List.of(this.readers)));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("category.groups-without-effect");
		assertThat(refused.body().at("/errors/0/field").asString()).isEqualTo(field);
	}

	@Test
	void openingCategoryToAllRequiresToRemoveItsGroups() {
		assertThat(this.forum.patch(this.forum.admin(), path("/categories/{category}"), Map.of("read", "everyone"))
			.status()).isEqualTo(400);
		change(Map.of("read", "everyone", "readGroups", List.of()));
		assertThat(get(GUEST, "/threads/{thread}").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "staff", "01KAG3A1B2C3D4E5F6G7H8J9K", "91KAG3A1B2C3D4E5F6G7H8J9K0",
			"01kag3a1b2c3d4e5f6g7h8j9k0" })
	void malformedGroupsAreRefused(String id) {
		assertThat(
				this.forum.patch(this.forum.admin(), path("/categories/{category}"), Map.of("readGroups", List.of(id)))
					.status())
			.isEqualTo(400);
	}

	private TestUser person(String name) {
		return switch (name) {
			case "author" -> this.author;
			case "reader" -> this.reader;
			case "admin" -> this.forum.admin();
			case "member" -> TestUser.with();
			case "other-group" -> member(Ids.next());
			case "only-writer" -> member(this.writers);
			case "moderator" -> this.forum.moderator();
			case "moderator-in-group" -> {
				var id = Ids.next();
				yield new TestUser(id, "m" + id.substring(12).toLowerCase(Locale.ROOT),
						TestTokens.claims(id, "m" + id.substring(12).toLowerCase(Locale.ROOT), "moderator")
							.claim("groups", List.of(this.readers, this.writers))
							.sign());
			}
			case "token-for-reading" -> limited();
			case "program" -> new TestUser("program", "program",
					TestTokens.claims("program", "program").claim("roles", null).claim("scope", "threads:read").sign());
			default -> GUEST;
		};
	}

	private TestUser limited() {
		return new TestUser(this.reader.id(), this.reader.username(),
				TestTokens.claims(this.reader.id(), this.reader.username())
					.claim("groups", List.of(this.readers))
					.claim("scope", "threads:read bookmarks profile")
					.sign());
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
