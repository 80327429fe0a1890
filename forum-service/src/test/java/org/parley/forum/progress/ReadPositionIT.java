package org.parley.forum.progress;

import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

class ReadPositionIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String thread = "";

	@BeforeEach
	void createThreadAndReplies() {
		this.thread = this.forum.thread(this.alice, this.forum.category());
		IntStream.range(0, 3).forEach((_) -> this.forum.reply(this.alice, this.thread));
	}

	@Test
	void newReaderHasReadNothing() {
		assertPosition(get(this.bob), 0, 4);
		assertThat(get(this.bob).path("firstUnread").asInt()).isEqualTo(1);
		assertThat(get(this.bob).path("at").isNull()).isTrue();
	}

	@Test
	void unreadCountsLaterPostsOfOthers() {
		assertPosition(read(this.bob, 2), 2, 2);
		assertThat(get(this.bob).path("firstUnread").asInt()).isEqualTo(3);
		this.forum.reply(this.bob, this.thread);
		assertPosition(get(this.bob), 2, 2);
		this.forum.reply(this.alice, this.thread);
		assertPosition(get(this.bob), 2, 3);
		assertPosition(read(this.bob, 6), 6, 0);
		assertThat(get(this.bob).path("firstUnread").isNull()).isTrue();
	}

	@Test
	void smallerNumberDoesNotMoveBack() {
		read(this.bob, 3);
		assertPosition(read(this.bob, 1), 3, 1);
	}

	@Test
	void tooLargeNumberMeansLastPost() {
		assertPosition(read(this.bob, Integer.MAX_VALUE), 4, 0);
	}

	@Test
	void invisiblePostsAreNotUnread() {
		read(this.bob, 1);
		this.forum.delete(this.alice, "/posts/" + this.forum.reply(this.alice, this.thread));
		assertPosition(get(this.bob), 1, 3);
	}

	@Test
	void positionsAreSeparatePerMember() {
		read(this.bob, 4);
		assertPosition(get(TestUser.with()), 0, 4);
		assertThat(this.forum.get(GUEST, path()).code()).isEqualTo("auth.required");
	}

	@Test
	void positionInHiddenThreadIsNotFound() {
		read(this.bob, 1);
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/hide", null);
		assertThat(this.forum.get(this.bob, path()).code()).isEqualTo("thread.not-found");
		assertThat(this.forum.put(this.bob, path(), Map.of("number", 2)).code()).isEqualTo("thread.not-found");
	}

	@Test
	void listHasOwnPositionsInReadThreads() {
		var other = this.forum.thread(this.alice, this.forum.category());
		read(this.bob, 2);
		assertThat(list(this.bob, this.thread + "," + other + ",unknown").data()).singleElement()
			.satisfies((position) -> {
				assertThat(position.path("threadId").asString()).isEqualTo(this.thread);
				assertThat(position.path("number").asInt()).isEqualTo(2);
				assertThat(position.path("at").asString()).isEqualTo(get(this.bob).path("at").asString());
			});
		assertThat(list(this.alice, this.thread).data()).isEmpty();
		assertThat(list(this.bob, "a,".repeat(99) + "a").data()).isEmpty();
		assertThat(list(GUEST, this.thread).code()).isEqualTo("auth.required");
	}

	private TestResponse list(TestUser user, String threads) {
		return this.forum.get(user, "/threads/progress?threads=" + threads);
	}

	private JsonNode get(TestUser user) {
		return this.forum.get(user, path()).data();
	}

	private JsonNode read(TestUser user, int number) {
		return this.forum.put(user, path(), Map.of("number", number)).data();
	}

	private String path() {
		return "/threads/" + this.thread + "/progress";
	}

	private static void assertPosition(JsonNode progress, int number, int unread) {
		assertThat(progress.path("number").asInt()).isEqualTo(number);
		assertThat(progress.path("unread").asInt()).isEqualTo(unread);
	}

}
