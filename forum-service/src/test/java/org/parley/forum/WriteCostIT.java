package org.parley.forum;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.mongodb.autoconfigure.MongoConnectionDetails;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the commands to MongoDB and the published messages of single requests, with all
 * that the forum does afterwards. The counts do not depend on the machine. A count that
 * grows needs a reason; one that shrinks is written down here.
 */
class WriteCostIT extends ForumIT {

	/**
	 * Collections of polls, leases, jobs and metrics; their commands depend on the time.
	 */
	private static final Set<String> TIMED = Set.of("categories", "outbox", "leases", "partition_assignments",
			"work_signals", "thread_relocations", "incomplete_posts", "snapshots", "job_runs", "personal_erasures",
			"personal_exports", "dead_letters");

	/** How the counter aggregator takes and closes a batch. */
	private static final Map<String, Integer> AGGREGATION = Map.of("find counter_entries", 1,
			"findAndModify counter_checkpoints", 1, "delete counter_entries", 1, "update counter_checkpoints", 1);

	/** How the counter aggregator looks for work. */
	private static final Set<String> POLLS = Set.of("aggregate counter_entries", "find counter_checkpoints");

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private JsonMapper json;

	@Autowired
	private MongoConnectionDetails connection;

	private final TestUser alice = TestUser.with();

	private final TestUser bob = TestUser.with();

	private String thread = "";

	private @Nullable MongoClient unrecorded;

	private Queue published = new Queue("none");

	@BeforeEach
	void createThread() {
		this.unrecorded = MongoClients.create(this.connection.getConnectionString());
		this.thread = this.forum.thread(this.alice, this.forum.category());
		this.forum.reply(this.bob, this.thread);
		// Redis tells this instance, too, which takes a moment.
		this.members.forget();
		awaitReplies(1);
		this.published = Objects.requireNonNull(this.broker.declareQueue());
		this.broker.declareBinding(BindingBuilder.bind(this.published).to(new TopicExchange("forum.events")).with("#"));
	}

	@AfterEach
	void close() {
		Objects.requireNonNull(this.unrecorded).close();
	}

	@Test
	void replyTakesFiveCommandsAndOneEvent() {
		var sent = counted(() -> {
			this.forum.reply(this.bob, this.thread);
			awaitReplies(2);
		});
		assertThat(sent).isEqualTo(with(AGGREGATION, "find members", 2, "findAndModify threads", 1, "bulkWrite", 1,
				"commitTransaction", 2, "update threads", 1));
		assertThat(published()).containsExactly("post.created");
	}

	@Test
	void replyByRememberedMembersTakesThreeCommands() {
		this.forum.reply(this.bob, this.thread);
		awaitReplies(2);
		var sent = counted(() -> {
			this.forum.reply(this.bob, this.thread);
			awaitReplies(3);
		});
		assertThat(sent).isEqualTo(with(AGGREGATION, "findAndModify threads", 1, "bulkWrite", 1, "commitTransaction", 2,
				"update threads", 1));
	}

	@Test
	void answerWithKeyTakesThreeCommandsMore() {
		var parent = this.forum.reply(this.alice, this.thread);
		awaitReplies(2);
		published();
		this.members.forget();
		var sent = counted(() -> {
			this.forum.post(this.bob, "/posts", Map.of("threadId", this.thread, "content", "Why?", "replyTo", parent),
					"Idempotency-Key", Ids.next());
			awaitReplies(3);
		});
		assertThat(sent)
			.isEqualTo(with(AGGREGATION, "find members", 2, "find posts", 1, "findAndModify threads", 1, "bulkWrite", 1,
					"insert idempotency", 1, "update idempotency", 1, "commitTransaction", 2, "update threads", 1));
		assertThat(published()).containsExactly("post.created");
	}

	@Test
	void refusedReplyChangesNothing() {
		this.forum.post(this.forum.moderator(), "/threads/" + this.thread + "/lock", null);
		awaitQuiet();
		published();
		var sent = counted(() -> assertThat(
				this.forum.post(this.bob, "/posts", Map.of("threadId", this.thread, "content", "Late.")).status())
			.isEqualTo(409));
		assertThat(sent).isEqualTo(Map.of("findAndModify threads", 2, "find threads", 2, "abortTransaction", 1));
		assertThat(find("threads", this.thread).getInteger("lastNumber")).isEqualTo(2);
		assertThat(published()).isEmpty();
	}

	@Test
	void voteTakesEightCommandsAndOneEvent() {
		var sent = counted(() -> {
			this.forum.vote(this.bob, "/threads/" + this.thread, 1);
			awaitCounters("voteScore", 1);
		});
		assertThat(sent).isEqualTo(with(AGGREGATION, "find members", 2, "find threads", 1, "find posts", 2,
				"find votes", 1, "bulkWrite", 2, "aggregate votes", 1, "commitTransaction", 2, "update posts", 1,
				"update threads", 1, "update members", 1));
		assertThat(published()).containsExactly("votes.changed");
	}

	@Test
	void pageIsReadOnce() {
		var sent = counted(() -> {
			this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts");
			this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts");
		});
		assertThat(sent).isEqualTo(Map.of("find members", 1, "find posts", 1, "find threads", 1));
		assertThat(published()).isEmpty();
	}

	@Test
	void pageByRememberedPeopleTakesTwoCommands() {
		this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts?limit=10");
		var sent = counted(() -> this.forum.get(TestUser.GUEST, "/threads/" + this.thread + "/posts?limit=20"));
		assertThat(sent).isEqualTo(Map.of("find posts", 1, "find threads", 1));
	}

	@Test
	void cleanVerdictOnVisiblePostIsOneUpdate() {
		var reply = this.forum.reply(this.bob, this.thread);
		awaitReplies(2);
		published();
		var sent = counted(() -> {
			publishVerdict(reply);
			soon().until(() -> find("posts", reply).getBoolean("checked", false));
			awaitQuiet();
		});
		assertThat(sent).isEqualTo(Map.of("update posts", 1));
		assertThat(published()).isEmpty();
	}

	private Map<String, Integer> counted(Runnable work) {
		return counts(this.commands.during(work).stream().filter((command) -> !isTimed(name(command))));
	}

	private static Map<String, Integer> with(Map<String, Integer> counts, Object... more) {
		var all = new TreeMap<>(counts);
		IntStream.iterate(0, (i) -> i < more.length, (i) -> i + 2)
			.forEach((i) -> all.put((String) more[i], (Integer) more[i + 1]));
		return all;
	}

	private static boolean isTimed(String name) {
		return POLLS.contains(name) || name.startsWith("getMore")
				|| TIMED.stream().anyMatch((collection) -> name.endsWith(" " + collection));
	}

	private static Map<String, Integer> counts(Stream<BsonDocument> commands) {
		return commands.map(WriteCostIT::name)
			.collect(Collectors.toMap((name) -> name, (_) -> 1, Integer::sum, TreeMap::new));
	}

	private static String name(BsonDocument command) {
		var collection = Objects.requireNonNull(command.get(command.getFirstKey()));
		return command.getFirstKey() + (collection.isString() ? " " + collection.asString().getValue() : "");
	}

	private void awaitReplies(int count) {
		awaitCounters("replyCount", count);
	}

	private void awaitCounters(String counter, int value) {
		soon().until(() -> find("threads", this.thread).getInteger(counter) == value);
		awaitQuiet();
	}

	private void awaitQuiet() {
		soon().during(Duration.ofMillis(500))
			.until(() -> isEmpty("counter_entries", new Document()) && isEmpty("outbox", new Document())
					&& isEmpty("counter_checkpoints", Filters.ne("pending", List.of())));
	}

	private boolean isEmpty(String collection, Bson filter) {
		return unrecorded(collection).find(filter).first() == null;
	}

	private Document find(String collection, String id) {
		return Objects.requireNonNull(unrecorded(collection).find(Filters.eq("_id", id)).first());
	}

	private MongoCollection<Document> unrecorded(String collection) {
		return Objects.requireNonNull(this.unrecorded)
			.getDatabase(this.mongo.getDb().getName())
			.getCollection(collection);
	}

	/** The types of the events about this thread since the last call. */
	private List<String> published() {
		return Stream.generate(() -> this.rabbit.receive(this.published.getName()))
			.takeWhile(Objects::nonNull)
			.map(Message::getBody)
			.map(this.json::readTree)
			.filter((event) -> event.path("partitionkey").asString().equals(this.thread))
			.map((event) -> event.path("type").asString())
			.toList();
	}

	private void publishVerdict(String post) {
		var event = (ObjectNode) this.json.readTree(EventContract.example("moderation.verdict"));
		event.put("id", Ids.next()).put("partitionkey", this.thread);
		event.withObject("/data/post").put("id", post);
		event.withObject("/data").put("verdict", "clean").put("contentVersion", 0);
		var body = event.toString().getBytes(StandardCharsets.UTF_8);
		this.rabbit.send(Topology.lettersOf("forum_verdicts"), Topology.AGAIN, MessageBuilder.withBody(body).build());
	}

}
