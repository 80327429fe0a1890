package org.parley.forum.counter;

import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.forum.ForumIT;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.client.TestUser;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Last activity and last poster are those of the last post that everybody sees. */
class LastActivityIT extends ForumIT {

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private final TestUser carol = TestUser.with();

	@Autowired
	@Qualifier("counterLoop")
	private ClusterLoop loop;

	@Autowired
	private CounterAggregator aggregator;

	private String category = "";

	private String thread = "";

	private String first = "";

	private String last = "";

	@BeforeEach
	void createThread() {
		this.loop.stop();
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.alice, this.category);
		this.first = this.forum.reply(this.bob, this.thread);
		this.last = this.forum.reply(this.carol, this.thread);
		assertLast(this.thread, this.last, this.carol);
	}

	@AfterEach
	void startBackgroundAggregator() {
		this.loop.start();
	}

	static Stream<Arguments> waysToHide() {
		return Stream.of(
				arguments("deleted", (Consumer<LastActivityIT>) LastActivityIT::deleteLast,
						(Consumer<LastActivityIT>) LastActivityIT::restoreLast),
				arguments("removed", (Consumer<LastActivityIT>) LastActivityIT::removeLast,
						(Consumer<LastActivityIT>) LastActivityIT::restoreByModerator));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("waysToHide")
	void hiddenReplyIsNotLastUntilShownAgain(String name, Consumer<LastActivityIT> hide,
			Consumer<LastActivityIT> show) {
		hide.accept(this);
		assertLast(this.thread, this.first, this.bob);
		show.accept(this);
		assertLast(this.thread, this.last, this.carol);
	}

	@Test
	void threadWithoutVisibleRepliesIsAsOldAsItself() {
		deleteLast();
		this.forum.delete(this.bob, "/posts/" + this.first);
		assertLast(this.thread, opening(this.thread), this.alice);
	}

	@Test
	void deletionOfEarlierReplyChangesNothing() {
		this.forum.delete(this.bob, "/posts/" + this.first);
		assertLast(this.thread, this.last, this.carol);
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("replyCount").asInt()).isOne();
	}

	@Test
	void replyAfterDeletionIsLast() {
		deleteLast();
		var next = this.forum.reply(this.bob, this.thread);
		assertLast(this.thread, next, this.bob);
		restoreLast();
		assertLast(this.thread, next, this.bob);
		assertThat(this.forum.get(GUEST, "/threads/" + this.thread).data().path("replyCount").asInt()).isEqualTo(3);
	}

	@Test
	void threadSinksInListWithItsLastReply() {
		var other = this.forum.thread(this.alice, this.category);
		var late = this.forum.reply(this.bob, this.thread);
		countAll();
		soon().until(() -> listed(0).equals(this.thread));
		this.forum.delete(this.bob, "/posts/" + late);
		countAll();
		soon().untilAsserted(() -> {
			assertThat(listed(0)).isEqualTo(other);
			assertThat(listed(1)).isEqualTo(this.thread);
		});
	}

	@Test
	void mergedThreadKeepsNewestPostWhateverItsNumber() {
		var older = this.forum.thread(this.bob, this.category);
		var newer = this.forum.thread(this.alice, this.category);
		var reply = this.forum.reply(this.carol, newer);
		merge(older, newer);
		assertLast(newer, reply, this.carol);
		var removed = this.forum.reply(this.bob, newer);
		assertLast(newer, removed, this.bob);
		this.forum.delete(this.bob, "/posts/" + removed);
		assertLast(newer, reply, this.carol);
	}

	private void merge(String from, String into) {
		this.forum.post(this.forum.moderator(), "/threads/" + from + "/merge", Map.of("into", into));
		soon().until(() -> this.forum.get(GUEST, "/threads/" + from).status() == 301);
	}

	private String listed(int position) {
		return this.forum.get(GUEST, "/threads?category=" + this.category).data().path(position).path("id").asString();
	}

	private void deleteLast() {
		this.forum.delete(this.carol, "/posts/" + this.last);
	}

	private void restoreLast() {
		this.forum.post(this.carol, "/posts/" + this.last + "/restore", null);
	}

	private void removeLast() {
		this.forum.delete(this.forum.moderator(), "/posts/" + this.last);
	}

	private void restoreByModerator() {
		this.forum.post(this.forum.moderator(), "/posts/" + this.last + "/restore", null);
	}

	private String opening(String of) {
		return this.forum.get(GUEST, "/threads/" + of + "/posts").data().path(0).path("id").asString();
	}

	/** Counts without the pauses of the background aggregator. */
	private void countAll() {
		while (this.aggregator.waits()) {
			this.aggregator.doBatch();
		}
	}

	private void assertLast(String of, String post, TestUser author) {
		countAll();
		var created = this.forum.get(author, "/posts/" + post).data().path("createdAt").asString();
		soon().untilAsserted(() -> {
			var shown = this.forum.get(GUEST, "/threads/" + of).data();
			assertThat(shown.at("/lastPostBy/id").asString()).isEqualTo(author.id());
			assertThat(shown.path("lastActivityAt").asString()).isEqualTo(created);
		});
	}

}
