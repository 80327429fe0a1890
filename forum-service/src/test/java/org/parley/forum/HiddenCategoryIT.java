package org.parley.forum;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestUser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/**
 * Tests that no endpoint reveals a category that has become unreadable. The reader has
 * bookmarked, followed and read its content while it was public.
 */
@ExtendWith(FollowedIndex.class)
class HiddenCategoryIT extends ForumIT {

	private final TestUser reader = TestUser.with();

	private final TestUser author = TestUser.with();

	/** A word that no other test uses. */
	private final String word = "w" + Ids.next().substring(10).toLowerCase(Locale.ROOT);

	private String category = "";

	private String thread = "";

	private String post = "";

	@BeforeEach
	void hide() {
		this.category = this.forum.category();
		this.thread = this.forum
			.post(this.author, "/threads", Map.of("category", this.category, "title", "About " + this.word, "content",
					this.word, "tags", List.of(this.word)))
			.id();
		this.post = this.forum.post(this.author, "/posts", Map.of("threadId", this.thread, "content", this.word)).id();
		Stream.of("/threads/" + this.thread + "/bookmark", "/posts/" + this.post + "/bookmark")
			.forEach((mark) -> this.forum.put(this.reader, mark, null));
		Stream.of("/threads/" + this.thread, "/categories/" + this.category)
			.forEach((target) -> this.forum.put(this.reader, target + "/subscription", Map.of("level", "following")));
		this.forum.put(this.reader, "/threads/" + this.thread + "/progress", Map.of("number", 1));
		paths().forEach((door) -> this.forum.get(this.reader, door));
		this.forum.patch(this.forum.admin(), "/categories/" + this.category,
				Map.of("read", "moderators", "post", "moderators"));
	}

	@Test
	void noEndpointRevealsContent() {
		for (var user : List.of(GUEST, this.reader, this.author)) {
			for (var door : paths().toList()) {
				assertThat(this.forum.get(user, door).body().toString()).as(door)
					.doesNotContain(this.word, this.thread, this.post, this.category);
			}
		}
	}

	@Test
	void permittedReadersSeeContent() {
		var list = this.forum.get(this.forum.moderator(), "/threads?tag=" + this.word);
		assertThat(list.data()).hasSize(1);
		assertThat(this.forum.get(this.forum.moderator(), "/threads/" + this.thread + "/posts").data()).hasSize(2);
	}

	@Test
	void countsExcludeContent() {
		var counted = this.forum.get(this.reader, "/threads?page=1&limit=1&tag=" + this.word);
		assertThat(counted.body().at("/meta/pagination/total").asInt(-1)).isZero();
		assertThat(this.forum.get(this.reader, "/threads?page=1&limit=1&author=" + this.author.username())
			.body()
			.at("/meta/pagination/total")
			.asInt(-1)).isZero();
	}

	@Test
	void entityTagsIgnoreChanges() {
		var door = "/threads?limit=100&author=" + this.author.username();
		var before = this.forum.get(this.reader, door).header("ETag");
		this.forum.post(this.forum.moderator(), "/posts", Map.of("threadId", this.thread, "content", "More"));
		assertThat(this.forum.get(this.reader, door).header("ETag")).isNotEmpty().isEqualTo(before);
	}

	@Test
	void resourcesInHiddenCategoryAreNotFound() {
		for (var path : List.of("/threads/{thread}", "/threads/{thread}/posts", "/threads/{thread}/progress",
				"/threads/{thread}/subscription", "/posts/{post}", "/posts/{post}/history", "/categories/{category}",
				"/categories/{category}/subscription", "/tags/{tag}/subscription", "/threads?category={category}",
				"/feeds/threads/{thread}", "/feeds/categories/{category}")) {
			assertThat(status(path.replace("{thread}", this.thread)
				.replace("{post}", this.post)
				.replace("{category}", this.category)
				.replace("{tag}", this.word))).as(path).isEqualTo(404);
		}
	}

	private Stream<String> paths() {
		return Stream.of("/categories", "/threads?limit=100", "/threads?sort=newest&limit=100",
				"/threads?sort=top&limit=100", "/threads?sort=unanswered&limit=100", "/threads?tag=" + this.word,
				"/threads?author=" + this.author.username(), "/threads/search?q=" + this.word, "/bookmarks",
				"/bookmarks?thread=" + Ids.next(), "/subscriptions");
	}

	private int status(String path) {
		var request = HttpRequest.newBuilder(this.forum.uri(path))
			.header("Authorization", "Bearer " + this.reader.accessToken());
		try (var http = HttpClient.newHttpClient()) {
			return http.send(request.build(), BodyHandlers.discarding()).statusCode();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
