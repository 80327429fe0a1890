package org.parley.forum.postpage;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.relation.RelationsKit;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.platform.test.client.TestUser.GUEST;

/** Posts of blocked people are folded for the blocker, and for nobody else. */
class BlockedAuthorIT extends ForumIT {

	private final RelationsKit relations;

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String thread = "";

	private String post = "";

	@Autowired
	BlockedAuthorIT(RabbitTemplate rabbit) {
		this.relations = new RelationsKit(rabbit, "forum_members");
	}

	@BeforeEach
	void aReplyOfBob() {
		this.thread = this.forum.thread(this.alice, this.forum.category());
		this.post = this.forum.reply(this.bob, this.thread);
	}

	@Test
	void pagesWithholdPostsOfBlockedAuthorsUntilTheBlockEnds() {
		var queries = List.of("", "?view=tree", "?around=2");
		queries.forEach((query) -> assertShown(reply(this.alice, query)));
		this.relations.block(this.alice, this.bob, 1);
		soon().untilAsserted(() -> assertThat(reply(this.alice, "").path("authorBlocked").asBoolean()).isTrue());
		for (var query : queries) {
			var folded = reply(this.alice, query);
			assertThat(folded.path("authorBlocked").asBoolean()).as(query).isTrue();
			assertThat(folded.path("content").isNull()).isTrue();
			assertThat(folded.path("html").isNull()).isTrue();
			assertThat(folded.at("/author/id").asString()).isEqualTo(this.bob.id());
			assertThat(folded.path("status").asString()).isEqualTo("active");
			assertShown(page(this.alice, query).data().get(0));
		}
		this.relations.unblock(this.alice, this.bob, 2);
		soon().untilAsserted(() -> assertShown(reply(this.alice, "")));
		queries.forEach((query) -> assertShown(reply(this.alice, query)));
	}

	@Test
	void othersAndTheirEntityTagsAreUnaffected() {
		var readers = List.of(GUEST, TestUser.with(), this.bob, TestUser.with("moderator"));
		var before = readers.stream().map((reader) -> page(reader, "").header("ETag")).toList();
		var own = page(this.alice, "").header("ETag");
		this.relations.block(this.alice, this.bob, 1);
		soon().untilAsserted(() -> assertThat(page(this.alice, "").header("ETag")).isNotEqualTo(own));
		for (int i = 0; i < readers.size(); i++) {
			assertShown(reply(readers.get(i), ""));
			assertThat(page(readers.get(i), "").header("ETag")).isEqualTo(before.get(i));
		}
		var path = "/threads/" + this.thread + "/posts";
		assertThat(this.forum.get(this.alice, path, "If-None-Match", own).status()).isEqualTo(200);
		assertThat(this.forum.get(readers.get(1), path, "If-None-Match", before.get(1)).status()).isEqualTo(304);
		assertThat(this.forum.get(this.alice, "/threads/" + this.thread).data().path("replyCount").asInt())
			.isEqualTo(this.forum.get(GUEST, "/threads/" + this.thread).data().path("replyCount").asInt());
	}

	@Test
	void blockedPersonReadsTheBlockerAsBefore() {
		var answer = this.forum.reply(this.alice, this.thread);
		this.relations.block(this.alice, this.bob, 1);
		soon().untilAsserted(() -> assertThat(reply(this.alice, "").path("authorBlocked").asBoolean()).isTrue());
		page(this.bob, "").data().forEach(BlockedAuthorIT::assertShown);
		assertShown(this.forum.get(this.bob, "/posts/" + answer).data());
	}

	@Test
	void postAloneHasItsContentAndTheMark() {
		this.relations.block(this.alice, this.bob, 1);
		soon().untilAsserted(() -> assertThat(
				this.forum.get(this.alice, "/posts/" + this.post).data().path("authorBlocked").asBoolean())
			.isTrue());
		assertThat(this.forum.get(this.alice, "/posts/" + this.post).data().path("content").asString())
			.isEqualTo("Try *Stupice*.");
		assertShown(this.forum.get(GUEST, "/posts/" + this.post).data());
		assertShown(this.forum.get(this.bob, "/posts/" + this.post).data());
	}

	@Test
	void lateStartDoesNotOvertakeItsEnd() {
		this.relations.unblock(this.alice, this.bob, 5);
		this.relations.block(this.alice, this.bob, 4);
		var carol = TestUser.with();
		this.relations.block(carol, this.bob, 1);
		soon().untilAsserted(() -> assertThat(reply(carol, "").path("authorBlocked").asBoolean()).isTrue());
		assertShown(reply(this.alice, ""));
	}

	@Test
	void snapshotRestoresMissedChangesAndLeavesNewerOnes() {
		this.relations.restoreBlock(this.alice, this.bob, true, 2);
		soon().untilAsserted(() -> assertThat(reply(this.alice, "").path("authorBlocked").asBoolean()).isTrue());
		this.relations.restoreBlock(this.alice, this.bob, false, 3);
		soon().untilAsserted(() -> assertShown(reply(this.alice, "")));
		var carol = TestUser.with();
		this.relations.restoreBlock(this.alice, this.bob, true, 2);
		this.relations.restoreBlock(carol, this.bob, true, 1);
		soon().untilAsserted(() -> assertThat(reply(carol, "").path("authorBlocked").asBoolean()).isTrue());
		assertShown(reply(this.alice, ""));
	}

	private static void assertShown(JsonNode post) {
		assertThat(post.has("authorBlocked")).isFalse();
		assertThat(post.path("content").asString()).isNotEmpty();
		assertThat(post.path("html").asString()).isNotEmpty();
	}

	private JsonNode reply(TestUser reader, String query) {
		return page(reader, query).data().get(1);
	}

	private TestResponse page(TestUser reader, String query) {
		return this.forum.get(reader, "/threads/" + this.thread + "/posts" + query);
	}

}
