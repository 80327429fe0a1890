package org.parley.moderation;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.moderation.FakeForum.Post;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.LocalStackTest;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.SentCommands;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Counts the database commands and published messages of single events without a model. A
 * bulkWrite into the outbox publishes the messages of a transaction.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = "parley.events.keys.notification-service=" + ModerationIT.NOTIFICATION_KEY)
@ActiveProfiles("development")
@LocalStackTest
@Import({ FakeForum.class, FakeSocial.class, SentCommands.class })
class EventCostIT {

	private static final Set<String> OWN = Set.of("checks", "verdicts", "thread_openings", "authors", "cases",
			"incidents", "statements", "post_places", "thread_places", "inbox", "outbox");

	@Autowired
	private MongoTemplate mongo;

	@Autowired
	private FakeForum forum;

	@Autowired
	private FakeSocial social;

	@Autowired
	private SentCommands commands;

	@Autowired
	private MeterRegistry meters;

	private final TestUser bob = TestUser.with();

	@Test
	void acceptableReplyIsOneWrite() {
		assertThat(cost(() -> this.forum.reply(this.bob, "Try *Stupice*."))).containsExactlyInAnyOrder("update checks");
	}

	@Test
	void acceptableEditIsTwoWritesAndOneRead() {
		var post = this.forum.reply(this.bob, "Try *Stupice*.");
		awaitVerdict(post);
		var edited = post.edited("Or try *Glacier*.");
		assertThat(cost(() -> {
			this.forum.publish("post.edited", edited);
			return edited;
		})).containsExactlyInAnyOrder("update checks", "find checks", "update cases");
	}

	@Test
	void acceptableThreadIsTwoWrites() {
		assertThat(cost(() -> this.forum.startThread(this.bob, "Tomatoes", "Which ripen in shade?")))
			.containsExactlyInAnyOrder("find thread_openings", "update thread_openings", "update checks");
	}

	@Test
	void onlyFindingIsPublished() {
		assertThat(cost(() -> this.forum.reply(this.bob, "Try *Glacier*."))).doesNotContain("bulkWrite outbox");
		assertThat(cost(() -> this.forum.reply(this.bob, "flagmeplease"))).filteredOn("bulkWrite outbox"::equals)
			.hasSize(1);
	}

	@Test
	void cleanVerdictAboutSuspectedPostIsPublished() {
		var post = this.forum.reply(this.bob, "Try *Stupice*.");
		awaitVerdict(post);
		var hidden = post.edited("Try *Glacier*.");
		assertThat(cost(() -> {
			this.forum.publishHidden("post.edited", hidden);
			return hidden;
		})).contains("bulkWrite outbox");
		var shown = hidden.edited("Try *Matina*.");
		assertThat(cost(() -> {
			this.forum.publish("post.edited", shown);
			return shown;
		})).contains("bulkWrite outbox");
	}

	/** A transaction could not change all texts of somebody with many in its time. */
	@Test
	void privateAccountIsOneWriteOutsideOfTransactions() {
		for (int i = 0; i < 3; i++) {
			this.social.post(this.bob, "Try *Stupice*.");
		}
		awaitEventsHandled();
		var sent = this.commands.during(() -> {
			this.social.makePrivate(this.bob);
			awaitEventsHandled();
		}).stream().filter(EventCostIT::isCaused).toList();
		assertThat(sent.stream().map(EventCostIT::name)).containsExactly("update checks");
		assertThat(sent.getFirst().containsKey("autocommit")).isFalse();
		var author = new Query(Criteria.where("post.author._id").is(this.bob.id()));
		assertThat(this.mongo.find(author, Document.class, "checks")).hasSize(3)
			.allSatisfy((check) -> assertThat(check).doesNotContainKey("content").containsKey("until"));
	}

	/** Returns the commands from the event until its verdict. */
	private List<String> cost(Supplier<Post> event) {
		awaitEventsHandled();
		return this.commands.during(() -> {
			awaitVerdict(event.get());
			awaitEventsHandled();
		}).stream().filter(EventCostIT::isCaused).map(EventCostIT::name).toList();
	}

	private void awaitVerdict(Post post) {
		var judged = new Query(Criteria.where("_id")
			.is(post.id())
			.and("revision.post")
			.is(post.version())
			.and("judgement.verdict")
			.exists(true)).comment("test");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> this.mongo.findOne(judged, Document.class, "checks") != null);
	}

	/** Events are handled one after the other, so earlier events are handled, too. */
	private void awaitEventsHandled() {
		var handled = countMarkers();
		this.forum.publishCategory("category.changed", Ids.next(), "anyone", List.of(), 0);
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> countMarkers() > handled);
	}

	private double countMarkers() {
		return this.meters.find("parley.inbox.handled")
			.tag("type", "category.changed")
			.counters()
			.stream()
			.mapToDouble(Counter::count)
			.sum();
	}

	/**
	 * Whether a command is neither of this test nor of a worker, the relay or metrics.
	 */
	private static boolean isCaused(BsonDocument command) {
		var filter = command.getDocument("filter", command.getDocument("query", new BsonDocument()));
		return !command.containsKey("comment") && !filter.containsKey("stage") && OWN.contains(collection(command))
				&& !name(command).matches("(find|aggregate) outbox");
	}

	private static String name(BsonDocument command) {
		return command.getFirstKey() + " " + collection(command);
	}

	/** The events of a transaction are inserted by one bulkWrite. */
	private static String collection(BsonDocument command) {
		if (command.containsKey("bulkWrite")) {
			return command.getArray("nsInfo").get(0).asDocument().getString("ns").getValue().replaceFirst("^.*\\.", "");
		}
		return (command.get(command.getFirstKey()) instanceof BsonString name) ? name.getValue() : "";
	}

}
