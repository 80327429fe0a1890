package org.parley.notification;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.ServiceFixture.TestPost;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/**
 * The commands to MongoDB that an event costs. They do not depend on the machine, so a
 * growing count is a regression.
 */
@NotificationTest
class EventCostIT {

	private static final Set<String> WRITES = Set.of("insert", "update", "findAndModify", "delete");

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private SentCommands sent;

	@Autowired
	private MongoOperations mongo;

	@Test
	void postCostsEachCollectionOnceForAllRecipients() {
		var people = List.of(knownMember(), knownMember(), knownMember(), knownMember());
		var thread = this.fixture.thread(people.get(0), this.fixture.category("anyone"));
		var first = publishedThread(thread);
		this.fixture.publishFollowLevel(people.get(3), "thread", thread.id(), "following", 1);
		soon().until(() -> exists("subscriptions", people.get(3).id() + ":thread:" + thread.id()));
		var post = this.fixture.post(people.get(1), thread, 2);
		var commands = this.sent.during(() -> {
			this.fixture.publishPost(post, "Try Stupice, @" + people.get(2).username(), first);
			soon().until(() -> this.fixture.unreadCount(people.get(3)) == 1 && hasNoRounds());
		});
		assertThat(costOf(post, commands)).containsExactly("insert inbox", "findAndModify posts",
				"insert fan_out_rounds", "distinct preferences", "commitTransaction",
				// The round, whose commands are shared with other posts' rounds under
				// load:
				"update fan_out_rounds", "find fan_out_rounds", "find subscriptions", "find people",
				"find notification_receipts", "find threads", "find relations", "find subscriptions",
				"find preferences", "find contacts", "find categories", "update people", "find notifications",
				"insert notification_receipts", "aggregate notifications", "update mails", "update mails",
				"insert notifications", "delete fan_out_rounds", "bulkWrite", "commitTransaction");
		assertThat(this.fixture.unreadCount(people.get(0))).isOne();
		assertThat(this.fixture.unreadCount(people.get(2))).isOne();
	}

	@Test
	void threadWithoutFollowersCostsNoLookUpOfPeople() {
		var published = new AtomicReference<TestPost>();
		var thread = this.fixture.thread(knownMember(), this.fixture.category("anyone"));
		var commands = this.sent.during(() -> published.set(publishedThread(thread)));
		assertThat(costOf(published.get(), commands)).containsExactly("insert inbox", "findAndModify posts",
				"find threads", "insert fan_out_rounds", "distinct preferences", "commitTransaction",
				"update fan_out_rounds", "find fan_out_rounds", "find subscriptions", "delete fan_out_rounds",
				"commitTransaction");
	}

	@Test
	void statusChangeOfVisiblePostCostsItsVersion() {
		var post = visiblePost();
		var commands = this.sent.during(() -> {
			publishCheck(post, 1);
			soon().until(() -> version(post) == 1);
		});
		assertThat(costOf(post, commands)).containsExactly("insert inbox", "findAndModify posts", "commitTransaction");
	}

	@Test
	void repeatedVoteMilestoneCostsThreeReads() {
		var post = visiblePost();
		publishVotes(post, 1);
		soon().until(() -> this.fixture.unreadCount(post.author()) == 1);
		var commands = this.sent.during(() -> {
			var event = publishVotes(post, 2);
			soon().until(() -> exists("inbox", "notifications:" + event));
		});
		assertThat(costOf(post, commands)).containsExactly("insert inbox", "find posts", "find people",
				"find notification_receipts", "commitTransaction");
	}

	@Test
	void idleLoopsSendNextToNoCommands() {
		// Rounds and mails of earlier tests may become due.
		List.of("deferred_news", "early_votes", "mails").forEach((left) -> this.mongo.remove(new Query(), left));
		soon().until(this::hasNoRounds);
		var commands = this.sent
			.during(() -> Awaitility.await().pollDelay(Duration.ofSeconds(10)).until(this::hasNoRounds));
		assertThat(commands.stream().map(EventCostIT::describe))
			.filteredOn((command) -> command.matches(".* (fan_out_rounds|deferred_news|early_votes|threads|mails)"))
			.as("five loops, which poll after half a second and then ever less often")
			.hasSizeLessThanOrEqualTo(24);
	}

	/**
	 * The commands of the committed transactions that mention a post, and other writes
	 * that mention it.
	 */
	private static List<String> costOf(TestPost post, List<BsonDocument> commands) {
		var id = post.id();
		var mentioned = commands.stream()
			.filter((command) -> command.toJson().contains(id))
			.map(EventCostIT::transaction)
			.collect(Collectors.toSet());
		var ended = commands.stream()
			.filter((command) -> command.containsKey("commitTransaction"))
			.map(EventCostIT::transaction)
			.collect(Collectors.toSet());
		return commands.stream()
			.filter((command) -> isInTransaction(command)
					? mentioned.contains(transaction(command)) && ended.contains(transaction(command))
					: WRITES.contains(command.getFirstKey()) && command.toJson().contains(id))
			.map(EventCostIT::describe)
			.toList();
	}

	private static boolean isInTransaction(BsonDocument command) {
		return command.containsKey("autocommit");
	}

	private static Map.Entry<BsonValue, BsonValue> transaction(BsonDocument command) {
		return Map.entry(command.get("lsid", new BsonDocument()), command.get("txnNumber", new BsonInt64(0)));
	}

	private static String describe(BsonDocument command) {
		var name = command.getFirstKey();
		return command.isString(name) ? name + " " + command.getString(name).getValue() : name;
	}

	private TestUser knownMember() {
		var member = this.fixture.member();
		soon().until(() -> exists("people", member.id()) && exists("contacts", member.id()));
		return member;
	}

	private TestPost visiblePost() {
		return publishedThread(this.fixture.thread(knownMember(), this.fixture.category("anyone")));
	}

	/** Publishes a thread and waits for the end of its round. */
	private TestPost publishedThread(TestThread thread) {
		var post = this.fixture.publishThread(thread, "It faces north.");
		soon().until(() -> exists("posts", post.id()) && hasNoRounds());
		return post;
	}

	private boolean hasNoRounds() {
		return this.mongo.getCollection("fan_out_rounds").countDocuments() == 0;
	}

	private void publishCheck(TestPost post, long version) {
		this.fixture.publish("post.status-changed",
				new TreeMap<>(Map.of("reference", post.reference(), "thread", post.thread().reference(), "status",
						"active", "was", "active", "moderation", "cleared", "version", version, "post",
						ServiceFixture.postData(post, "It faces north.", null, version))));
	}

	private String publishVotes(TestPost post, int up) {
		return this.fixture.publish("votes.changed",
				Map.of("target", "post", "id", post.id(), "threadId", post.thread().id(), "number", post.number(),
						"author", post.author().person(), "up", up, "down", 0, "score", up, "version", up));
	}

	private long version(TestPost post) {
		var stored = this.mongo.findById(post.id(), Document.class, "posts");
		return (stored != null) ? stored.getLong("version") : -1;
	}

	private boolean exists(String collection, String id) {
		return this.mongo.exists(new Query(Criteria.where("_id").is(id)), collection);
	}

}
