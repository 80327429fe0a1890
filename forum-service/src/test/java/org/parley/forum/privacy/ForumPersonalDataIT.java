package org.parley.forum.privacy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.forum.ForumIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.QueryExplanation;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** Export and erasure of personal data. */
class ForumPersonalDataIT extends ForumIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static final Set<String> COMMANDS = Set.of("find", "update", "delete");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	private final TestUser leaver = TestUser.with();

	private final TestUser stayer = TestUser.with();

	private String thread = "";

	private String post = "";

	private String other = "";

	private String category = "";

	@BeforeEach
	void createDataOfBothMembers() {
		this.category = this.forum.category();
		this.thread = this.forum.thread(this.leaver, this.category);
		this.other = this.forum.reply(this.stayer, this.thread);
		this.post = this.forum.reply(this.leaver, this.thread);
		this.forum.patch(this.forum.admin(), "/posts/" + this.post, Map.of("content", "A later text"));
		for (var user : List.of(this.leaver, this.stayer)) {
			this.forum.vote(user, "/posts/" + (user.equals(this.leaver) ? this.other : this.post), 1);
			this.forum.put(user, "/posts/" + this.post + "/bookmark", null);
			this.forum.post(user, "/drafts", Map.of("threadId", this.thread, "content", "Not yet."));
			this.forum.put(user, "/threads/" + this.thread + "/subscription", Map.of("level", "following"));
			this.forum.put(user, "/threads/" + this.thread + "/progress", Map.of("number", 2));
			this.forum.post(user, "/posts/" + (user.equals(this.leaver) ? this.other : this.post) + "/reports",
					Map.of("reason", "off-topic", "note", "A note of " + user.username()));
			this.forum.put(this.forum.admin(), moderators() + "/" + user.username(), null);
		}
	}

	@Test
	void exportHasOnlyOwnData() {
		var copy = kit().export(this.leaver.id());
		assertThat(copy).containsOnlyKeys("member", "threads", "posts", "post-history", "votes", "bookmarks", "drafts",
				"subscriptions", "read-positions", "reports", "moderated-categories");
		assertThat(copy.get("moderated-categories")).singleElement()
			.satisfies((item) -> assertThat(item.path("slug").asString()).isEqualTo(this.category));
		assertThat(copy.get("posts")).hasSize(2)
			.anySatisfy((item) -> assertThat(item.path("id").asString()).isEqualTo(this.post));
		assertThat(copy.get("post-history")).singleElement()
			.satisfies((item) -> assertThat(item.path("postId").asString()).isEqualTo(this.post));
		assertThat(copy.get("threads")).singleElement()
			.satisfies((item) -> assertThat(item.path("id").asString()).isEqualTo(this.thread));
		assertThat(copy.get("drafts")).singleElement()
			.satisfies((item) -> assertThat(item.path("content").asString()).isEqualTo("Not yet."));
		assertThat(copy.toString()).contains("A note of " + this.leaver.username())
			.doesNotContain(this.stayer.id(), this.stayer.username());
	}

	@Test
	void erasureKeepsContentOfDeletedUser() {
		var counts = kit().erase(this.leaver.id());
		assertThat(counts).containsEntry("member", 1L)
			.containsEntry("bookmarks", 1L)
			.containsEntry("drafts", 1L)
			.containsEntry("subscriptions", 1L)
			.containsEntry("read-positions", 1L)
			.containsEntry("reports", 1L)
			.containsEntry("moderated-categories", 1L)
			.containsEntry("post-history", 1L)
			.containsEntry("posts", 0L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, this.leaver.username(), "outbox")).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, "A note of " + this.stayer.username(), "outbox"))
			.containsExactly("reports");
		assertThat(count("bookmarks", this.stayer)).isOne();
		assertThat(count("bookmarks", this.leaver)).isZero();
		assertThat(this.forum.get(this.stayer, moderators()).data().findValuesAsString("id"))
			.containsExactly(this.stayer.id());
		soon().untilAsserted(() -> {
			var page = this.forum.get(this.stayer, "/threads/" + this.thread + "/posts").data();
			assertThat(page.path(2).at("/author/username").asString()).isEqualTo("deleted");
			assertThat(page.path(2).at("/author/displayName").asString()).isEqualTo("deleted user");
			assertThat(page.path(2).path("content").asString()).isNotBlank();
			assertThat(page.path(1).at("/author/username").asString()).isEqualTo(this.stayer.username());
		});
		assertThat(this.forum.get(this.stayer, "/members/deleted").status()).isEqualTo(404);
		assertThat(this.forum.post(this.leaver, "/posts", Map.of("threadId", this.thread, "content", "Again")).code())
			.isEqualTo("member.closed");
	}

	@Test
	void erasureRemovesWhatThePersonHadDeleted() {
		var secret = "Call me at home " + this.leaver.id();
		var deleted = this.forum.post(this.leaver, "/posts", Map.of("threadId", this.thread, "content", secret)).id();
		this.forum.delete(this.leaver, "/posts/" + deleted);
		var gone = this.forum
			.post(this.leaver, "/threads", Map.of("category", this.category, "title", secret, "content", secret))
			.id();
		this.forum.delete(this.leaver, "/threads/" + gone);
		assertThat(kit().export(this.leaver.id()).get("threads"))
			.filteredOn((thread) -> thread.path("id").asString().equals(gone))
			.singleElement()
			.satisfies((thread) -> assertThat(thread.path("deletedAt").asString("")).isNotEmpty());
		assertThat(kit().erase(this.leaver.id())).containsEntry("deleted-posts", 1L)
			.containsEntry("deleted-threads", 1L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, "Call me at home", "outbox")).isEmpty();
		assertThat(this.forum.get(this.forum.admin(), "/posts/" + deleted).data().path("content").asString())
			.isEqualTo("…");
		assertThat(this.forum.get(this.forum.admin(), "/threads/" + gone).data().path("title").asString())
			.isEqualTo("[…]");
		assertThat(this.forum.get(this.stayer, "/posts/" + this.post).data().path("content").asString())
			.isEqualTo("A later text");
	}

	@Test
	void pageThatIsComputedAfterErasureHasNoName() {
		this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts?limit=10");
		kit().erase(this.leaver.id());
		var page = this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts?limit=11").data();
		assertThat(page.path(2).at("/author/username").asString()).isEqualTo("deleted");
	}

	@Test
	void repeatedErasureHasSameResult() {
		var first = kit().erase(this.leaver.id());
		assertThat(kit().erase(this.leaver.id())).isEqualTo(first);
	}

	@Test
	void lateEventDoesNotRestoreErasedMember() {
		kit().erase(this.leaver.id());
		publish("user.profile-changed", this.leaver, 99);
		publish("user.snapshot", this.leaver, 100);
		var last = TestUser.with();
		publish("user.profile-changed", last, 1);
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, last.username(), "outbox"))
			.contains("members"));
		assertThat(StoredTexts.collectionsContaining(this.mongo, this.leaver.username(), "outbox")).isEmpty();
	}

	@Test
	void everyQueryUsesIndex() {
		var sent = this.commands.during(() -> {
			kit().export(this.leaver.id());
			kit().erase(this.leaver.id());
		})
			.stream()
			.filter((command) -> COMMANDS.contains(command.getFirstKey())
					&& command.toString().contains(this.leaver.id()) && !isOfCounters(command))
			.toList();
		assertThat(sent).extracting((command) -> command.getString(command.getFirstKey()).getValue())
			.contains("threads", "posts", "votes", "bookmarks", "drafts", "subscriptions", "read_positions", "reports",
					"categories");
		for (var command : sent) {
			assertThat(QueryExplanation.of(this.mongo, command).stages()).as(command.toJson())
				.doesNotContain("COLLSCAN", "SORT");
		}
	}

	@Test
	void deletedPostsAreErasedWithoutReadingOthers() {
		var deleted = this.forum.reply(this.leaver, this.thread);
		this.forum.delete(this.leaver, "/posts/" + deleted);
		var sent = this.commands.during(() -> kit().erase(this.leaver.id()));
		var found = sent.stream()
			.filter((command) -> command.getFirstKey().equals("find") && command.toString().contains(this.leaver.id())
					&& command.toString().contains("DELETED"))
			.toList();
		assertThat(found).isNotEmpty()
			.allSatisfy((command) -> assertThat(QueryExplanation.of(this.mongo, command).documentsExamined())
				.isLessThanOrEqualTo(1));
	}

	/** Counters of earlier writes may be added up meanwhile. */
	private static boolean isOfCounters(BsonDocument command) {
		return command.toString().contains("aggregatedBatch");
	}

	private String moderators() {
		return "/categories/" + this.category + "/moderators";
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "forum.events", "forum_members");
	}

	private void publish(String type, TestUser user, long version) {
		var event = (ObjectNode) JSON.readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("partitionkey", user.id());
		event.withObject("/data").put("version", version);
		event.withObject("/data/user").put("id", user.id()).put("username", user.username());
		this.rabbit.send(Topology.lettersOf("forum_members"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private long count(String collection, TestUser user) {
		return this.mongo.getCollection(collection).countDocuments(new Document("memberId", user.id()));
	}

}
