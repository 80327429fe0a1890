package org.parley.seed;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.seed.Discussions.Discussion;
import org.parley.seed.SeedForum.SeedPlan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class DiscussionsTests {

	private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

	private final SeedWords seedWords = SeedWords.english();

	@Test
	void threadCountsItsPosts() {
		var discussion = discussion(5, 20);
		assertThat(discussion.posts()).extracting((post) -> post.getInteger("number"))
			.containsExactlyElementsOf(IntStream.rangeClosed(1, 20).boxed().toList());
		assertThat(discussion.posts())
			.allSatisfy((post) -> assertThat(post).containsEntry("threadId", discussion.thread().getString("_id")));
		assertThat(discussion.thread()).containsEntry("replyCount", 19).containsEntry("lastNumber", 20);
	}

	@Test
	void postsCanBeCopied() {
		var discussion = discussion(5, 20);
		var again = discussion.copyAfter(40);
		assertThat(again).extracting((post) -> post.getInteger("number"))
			.containsExactlyElementsOf(IntStream.rangeClosed(41, 60).boxed().toList());
		assertThat(again).extracting((post) -> post.getString("content")).isEqualTo(contents(discussion));
		assertThat(again).extracting((post) -> post.getString("_id"))
			.doesNotContainAnyElementsOf(discussion.posts().stream().map((post) -> post.getString("_id")).toList());
	}

	@Test
	void threadRefersToFirstAndLastPost() {
		var discussion = discussion(5, 3);
		var first = discussion.posts().getFirst();
		var last = discussion.posts().getLast();
		assertThat(discussion.thread()).containsEntry("authorId", first.get("authorId"))
			.containsEntry("createdAt", first.get("createdAt"))
			.containsEntry("lastPostBy", last.get("authorId"))
			.containsEntry("lastActivityAt", last.get("createdAt"));
		assertThat(first.getString("content").replace("\n\n", " "))
			.startsWith(discussion.thread().getString("excerpt").replace("…", ""));
	}

	@Test
	void postsAreInPastAndIdsAreOrdered() {
		var posts = discussion(5, 50).posts();
		assertThat(posts).allSatisfy((post) -> assertThat(post.getDate("createdAt").toInstant()).isBefore(NOW));
		assertThat(posts).extracting((post) -> post.getString("_id")).isSorted();
	}

	@Test
	void sameSeedCreatesSameTextsWithOtherIds() {
		assertThat(contents(discussion(5, 20))).isEqualTo(contents(discussion(5, 20)));
		assertThat(discussion(5, 1).thread().getString("_id")).isNotEqualTo(discussion(5, 1).thread().getString("_id"));
	}

	@Test
	void paragraphsAreRenderedAsHtml() {
		assertThat(Discussions.html("One.\n\nTwo.")).isEqualTo("<p>One.</p>\n<p>Two.</p>\n");
	}

	@Test
	void postsAreDistributedOverThreads() {
		var plan = new SeedPlan(1, 1, 3, 11, 0);
		assertThat(List.of(plan.postsOf(0), plan.postsOf(1), plan.postsOf(2))).containsExactly(4, 4, 3);
	}

	@Test
	void fewerPostsThanThreadsAreRefused() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SeedPlan(1, 1, 3, 2, 0));
	}

	private Discussion discussion(long seed, int length) {
		var random = new Random(seed);
		var authors = List.of(new SeedAuthor("a", "ada", "Ada"), new SeedAuthor("b", "ben", "Ben"));
		return new Discussions(random, new Prose(this.seedWords, random), authors, NOW)
			.create(this.seedWords.topics().getFirst(), "category", length);
	}

	private static List<String> contents(Discussion discussion) {
		return discussion.posts().stream().map((Document post) -> post.getString("content")).toList();
	}

}
