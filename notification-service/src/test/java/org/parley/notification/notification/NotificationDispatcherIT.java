package org.parley.notification.notification;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told of what, whatever order events come in. */
@NotificationTest
class NotificationDispatcherIT {

	@Autowired
	private House house;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private InstantSource clock;

	@Test
	void theAuthorOfAThreadIsToldOfAReply() {
		var alice = this.house.member();
		var bob = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(bob, topic, 2), "Try Stupice.");
		soon().untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement().satisfies((told) -> {
			assertThat(told.path("kind").asString()).isEqualTo("reply");
			assertThat(told.path("title").asString())
				.isEqualTo(bob.name() + " has replied in “Which tomatoes for a balcony?”");
			assertThat(told.path("link").asString()).isEqualTo("/threads/" + topic.id() + "?post=2");
			assertThat(told.path("read").asBoolean()).isFalse();
			assertThat(told.at("/actors/0/username").asString()).isEqualTo(bob.username());
		}));
		assertThat(this.house.unread(alice)).isOne();
		assertThat(this.house.notifications(bob)).isEmpty();
	}

	@Test
	void aTitleIsNoWordOfOurs() {
		var alice = this.house.member();
		var bob = this.house.member();
		var topic = new House.Topic(Ids.next(), this.house.category("anyone"), "title", alice);
		this.house.posts(this.house.reply(bob, topic, 2), "Try Stupice.");
		soon().untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement()
			.satisfies((told) -> assertThat(told.path("title").asString())
				.isEqualTo(bob.name() + " has replied in “title”")));
	}

	@Test
	void whatCannotBeToldHoldsUpNothingElse() {
		var alice = this.house.member();
		var nonsense = late(alice, "nonsense", Instant.EPOCH);
		this.mongo.insert(nonsense);
		this.mongo.insert(late(alice, "role", Instant.EPOCH.plusSeconds(1)));
		soon().untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement()
			.satisfies((told) -> assertThat(told.path("title").asString()).isEqualTo("You are a member now")));
		this.mongo.remove(nonsense);
	}

	private DeferredNewsRecord late(House.Somebody somebody, String wording, Instant due) {
		var news = NotificationNews.of(NotificationKind.ROLE, wording, Ids.next(), "/", "user");
		return new DeferredNewsRecord(Ids.next(), news.source(), Recipient.of(somebody.id()), news,
				this.clock.instant(), due);
	}

	@Test
	void nobodyIsToldOfWhatTheyWriteThemselves() {
		var alice = this.house.member();
		var bob = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		var own = this.house.reply(alice, topic, 2);
		this.house.posts(own, "I tried Stupice, @" + alice.username());
		this.house.posts(this.house.reply(bob, topic, 3), "And?", own);
		soon().untilAsserted(() -> assertThat(this.house.unread(alice)).isOne());
		assertThat(this.house.notifications(alice)).singleElement()
			.satisfies((told) -> assertThat(told.path("count").asInt()).isOne());
	}

	@Test
	void twentyRepliesAtOnceAreOneNotification() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		var people = IntStream.range(0, 20).mapToObj((_) -> this.house.member()).toList();
		IntStream.range(0, 20)
			.parallel()
			.forEach((i) -> this.house.posts(this.house.reply(people.get(i), topic, i + 2), "Me too."));
		soon().atMost(Duration.ofMinutes(2))
			.untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement().satisfies((told) -> {
				assertThat(told.path("count").asInt()).isEqualTo(20);
				assertThat(told.path("actors").size()).isEqualTo(5);
				assertThat(told.path("title").asString()).startsWith("20 replies");
			}));
		assertThat(this.house.unread(alice)).isOne();
	}

	@Test
	void whatIsReadGrowsNoMore() {
		var alice = this.house.member();
		var bob = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(bob, topic, 2), "One.");
		soon().until(() -> this.house.unread(alice) == 1);
		var first = this.house.notifications(alice).getFirst().path("id").asString();
		assertThat(this.house.call(alice, "PUT", "/notifications/" + first + "/read", null).status()).isEqualTo(200);
		this.house.posts(this.house.reply(bob, topic, 3), "Two.");
		soon().untilAsserted(
				() -> assertThat(this.house.notifications(alice)).extracting((told) -> told.path("read").asBoolean())
					.containsExactly(false, true));
	}

	@Test
	void aNameInAPostIsAMention() {
		var alice = this.house.member();
		var bob = this.house.member();
		var carol = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(bob, topic, 2),
				"Ask @" + carol.username() + " or @" + alice.username() + ".");
		soon().untilAsserted(() -> assertThat(this.house.notifications(carol)).singleElement()
			.satisfies((told) -> assertThat(told.path("kind").asString()).isEqualTo("mention")));
		soon().until(() -> this.house.unread(alice) == 1);
		assertThat(this.house.notifications(alice)).as("a reply, and not a mention as well")
			.singleElement()
			.satisfies((told) -> assertThat(told.path("kind").asString()).isEqualTo("reply"));
	}

	@Test
	void nobodyIsToldOfAPlaceThatTheyMayNotRead() {
		var alice = this.house.member();
		var moderator = this.house.member("user", "moderator");
		var topic = this.house.topic(alice, this.house.category("moderator"));
		var reply = this.house.reply(this.house.member("user", "moderator"), topic, 2);
		this.house.posts(reply, "Between us, @" + moderator.username() + ", not for @" + alice.username());
		soon().until(() -> this.house.unread(moderator) == 1);
		assertThat(this.house.notifications(alice)).isEmpty();
	}

	@Test
	void whatIsToldIsSeenNoMoreWhenItsPlaceIsClosed() {
		var alice = this.house.member();
		var category = this.house.category("anyone");
		this.house.posts(this.house.reply(this.house.member(), this.house.topic(alice, category), 2), "Hello.");
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.opens(category, "moderator", 1);
		soon().until(() -> this.house.unread(alice) == 0);
		assertThat(this.house.notifications(alice)).isEmpty();
		this.house.opens(category, "user", 2);
		soon().until(() -> this.house.unread(alice) == 1);
	}

	@Test
	void aReplyThatIsHeardBeforeItsCategoryAndItsPeopleIsToldLater() {
		var alice = this.house.stranger();
		var carol = this.house.stranger();
		var category = this.house.secretCategory();
		var topic = this.house.topic(alice, category);
		this.house.posts(this.house.reply(this.house.stranger(), topic, 2), "Hello, @" + carol.username());
		this.house.registers(alice);
		this.house.registers(carol);
		this.house.opens(category, "anyone", 0);
		soon().until(() -> this.house.unread(alice) == 1);
		soon().until(() -> this.house.unread(carol) == 1);
	}

	@Test
	void aPostThatIsGoneIsToldNoMoreInWhateverOrderThatIsHeard() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		var bob = this.house.member();
		var first = this.house.reply(bob, topic, 2);
		var second = this.house.reply(this.house.member(), topic, 3);
		var third = this.house.reply(this.house.member(), topic, 4);
		this.house.removes(first, 1);
		this.house.posts(first, "Gone before it was heard.");
		this.house.posts(second, "Gone after.");
		this.house.posts(third, "Here.");
		this.house.holds(second, 1);
		soon().untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement().satisfies((told) -> {
			assertThat(told.path("count").asInt()).isOne();
			assertThat(told.at("/actors/0/id").asString()).isEqualTo(third.author().id());
			assertThat(told.path("actors").size()).isOne();
		}));
		this.house.removes(third, 1);
		soon().until(() -> this.house.unread(alice) == 0);
		this.house.restores(third, "Back.", 2);
		soon().until(() -> this.house.unread(alice) == 1);
	}

	@Test
	void aThreadTakesWithItWhatWasToldOfIt() {
		var alice = this.house.member();
		var open = this.house.category("anyone");
		var topic = this.house.topic(alice, open);
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "Hello.");
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.follows("thread.moved", topic, this.house.category("moderator"), "open", 1);
		soon().until(() -> this.house.unread(alice) == 0);
		this.house.follows("thread.moved", topic, open, "open", 2);
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.follows("thread.hidden", topic, open, "hidden", 3);
		soon().until(() -> this.house.unread(alice) == 0);
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Late.");
		this.house.follows("thread.moved", topic, open, "open", 1);
		assertThat(this.house.unread(alice)).isZero();
	}

	@Test
	void whatWasToldOfAPostIsWhereThePostIs() {
		var alice = this.house.member();
		var here = this.house.topic(alice, this.house.category("anyone"));
		var secret = this.house.topic(this.house.member(), this.house.category("moderator"));
		var open = this.house.topic(this.house.member(), this.house.category("anyone"));
		var reply = this.house.reply(this.house.member(), here, 2);
		this.house.posts(reply, "Hello.");
		soon().untilAsserted(() -> assertThat(this.house.unread(alice)).as("told").isOne());
		this.house.moves(reply, secret, 5, "Hello.", 1);
		soon().untilAsserted(() -> assertThat(this.house.unread(alice)).as("gone").isZero());
		this.house.moves(reply, open, 9, "Hello.", 2);
		soon().untilAsserted(() -> assertThat(this.house.unread(alice)).as("back").isOne());
		assertThat(this.house.notifications(alice).getFirst().path("link").asString())
			.isEqualTo("/threads/" + open.id() + "?post=9");
		this.house.moves(reply, secret, 5, "Hello.", 1);
		this.house.posts(reply, "Hello.");
		assertThat(this.house.unread(alice)).isOne();
	}

	@Test
	void aPostThatIsHeardOfOnlyWhenItHasGoneIsToldThere() {
		var alice = this.house.member();
		var here = this.house.topic(this.house.member(), this.house.category("anyone"));
		var there = this.house.topic(this.house.member(), this.house.category("anyone"));
		var reply = this.house.reply(this.house.member(), here, 2);
		this.house.moves(reply, there, 5, "Ask @" + alice.username(), 1);
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.posts(reply, "Ask @" + alice.username());
		soon().until(() -> this.house.unread(alice) == 1);
	}

	@Test
	void whatWasToldOfAMergedThreadIsToldOfTheOther() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Two.");
		soon().untilAsserted(() -> assertThat(this.house.notifications(alice)).singleElement()
			.satisfies((told) -> assertThat(told.path("count").asInt()).isEqualTo(2)));
		var open = this.house.category("anyone");
		var into = this.house.topic(this.house.member(), open);
		this.house.merges(topic, into, 3);
		this.house.follows("thread.moved", into, this.house.category("moderator"), "open", 1);
		soon().until(() -> this.house.unread(alice) == 0);
		this.house.follows("thread.moved", into, open, "open", 2);
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.follows("thread.hidden", into, open, "hidden", 3);
		soon().until(() -> this.house.unread(alice) == 0);
	}

	@Test
	void whoIsKnownLateIsNotToldOfWhatIsGoneByThen() {
		var alice = this.house.member();
		var late = this.house.stranger();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "Ask @" + late.username());
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.follows("thread.hidden", topic, topic.category(), "hidden", 1);
		soon().until(() -> this.house.unread(alice) == 0);
		this.house.registers(late);
		var own = this.house.topic(late, this.house.category("anyone"));
		this.house.posts(this.house.reply(alice, own, 2), "Hello.");
		soon().during(Duration.ofSeconds(3)).until(() -> this.house.unread(late) == 1);
	}

	@Test
	void anEventThatComesTwiceIsToldOnce() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		var done = Map.of("summaryId", Ids.next(), "threadId", topic.id(), "thread", topic.reference(), "askers",
				List.of(alice.id()), "engine", "extractive", "coveredThrough", 4);
		var id = this.house.tell("summary.completed", done);
		this.house.tell("summary.completed", id, done);
		this.house.tell("summary.completed", done);
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "After it.");
		soon().until(() -> this.house.unread(alice) == 2);
		assertThat(this.house.notifications(alice)).extracting((told) -> told.path("title").asString())
			.contains("The summary of “Which tomatoes for a balcony?” is ready");
	}

	@Test
	void placeThatIsNotKnownYetIsShownToNobody() {
		var alice = this.house.member("user", "moderator", "admin");
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "Hello.");
		soon().until(() -> this.house.unread(alice) == 1);
		var id = this.house.notifications(alice).getFirst().path("id").asString();
		var unknown = this.house.secretCategory();
		this.house.follows("thread.moved", topic, unknown, "open", 1);
		soon().until(() -> this.house.unread(alice) == 0);
		assertThat(this.house.notifications(alice)).isEmpty();
		assertThat(this.house.call(alice, "PUT", "/notifications/" + id + "/read", null).status()).isEqualTo(404);
		this.house.opens(unknown, "anyone", 0);
		soon().until(() -> this.house.unread(alice) == 1);
		assertThat(this.house.call(alice, "PUT", "/notifications/" + id + "/read", null).status()).isEqualTo(200);
	}

	@Test
	void summaryOfThreadThatIsHiddenByNowIsToldToNobody() {
		var alice = this.house.member();
		var topic = this.house.topic(this.house.member(), this.house.category("anyone"));
		this.house.follows("thread.hidden", topic, topic.category(), "hidden", 1);
		settled(topic);
		completesSummary(topic, alice);
		isToldOnlyOfAnother(alice);
	}

	@Test
	void summaryOfThreadThatWentToAClosedCategoryIsToldToItsReadersOnly() {
		var alice = this.house.member();
		var moderator = this.house.member("user", "moderator");
		var admin = this.house.member("user", "moderator", "admin");
		var topic = this.house.topic(this.house.member(), this.house.category("anyone"));
		this.house.follows("thread.moved", topic, this.house.category("admin"), "open", 1);
		settled(topic);
		completesSummary(topic, alice, moderator, admin);
		soon().until(() -> this.house.unread(admin) == 1);
		isToldOnlyOfAnother(alice);
		isToldOnlyOfAnother(moderator);
	}

	@Test
	void caseInACategoryOfAdministratorsIsToldToAdministratorsOnly() {
		var moderator = this.house.member("user", "moderator");
		var admin = this.house.member("user", "moderator", "admin");
		var topic = this.house.topic(this.house.member(), this.house.category("admin"));
		soon().until(() -> this.mongo.findById(topic.category(), Document.class, "categories") != null);
		soon().until(() -> this.mongo.findById(admin.id(), Document.class, "people") != null);
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("case.opened"));
		var data = event.withObject("/data").put("caseId", Ids.next());
		data.withObject("/thread").put("id", topic.id());
		data.withObject("/thread/category").put("id", topic.category());
		this.house.tell("case.opened", JsonMapper.shared().convertValue(data, new TypeReference<Map<String, Object>>() {
		}));
		soon().untilAsserted(
				() -> assertThat(this.house.get(admin, "/notifications?kind=moderation").data().size()).isOne());
		assertThat(this.house.get(moderator, "/notifications?kind=moderation").data().size()).isZero();
	}

	@Test
	void likeOfPostThatIsHeardOfLaterIsToldThen() {
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		var post = this.house.reply(alice, topic, 2);
		var first = this.house.reply(alice, topic, 1);
		likes("post", post.id(), topic, alice);
		likes("thread", topic.id(), topic, alice);
		isToldOnlyOfAnother(alice);
		this.house.posts(post, "Try Stupice.");
		soon().untilAsserted(() -> assertThat(this.house.get(alice, "/notifications?kind=vote").data().size()).isOne());
		this.house.posts(first, "Which tomatoes?");
		soon().untilAsserted(
				() -> assertThat(this.house.get(alice, "/notifications?kind=vote").data().size()).isEqualTo(2));
	}

	private void likes(String target, String id, House.Topic topic, House.Somebody author) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example("votes.changed"));
		var data = event.withObject("/data")
			.put("target", target)
			.put("id", id)
			.put("threadId", topic.id())
			.put("up", 1);
		data.set("author", JsonMapper.shared().valueToTree(author.person()));
		this.house.tell("votes.changed",
				JsonMapper.shared().convertValue(data, new TypeReference<Map<String, Object>>() {
				}));
	}

	private void completesSummary(House.Topic topic, House.Somebody... askers) {
		this.house.tell("summary.completed",
				Map.of("summaryId", Ids.next(), "threadId", topic.id(), "thread", topic.reference(), "askers",
						Stream.of(askers).map(House.Somebody::id).toList(), "engine", "extractive", "coveredThrough",
						4));
	}

	/** The thread was heard of, and the look at what was being told meanwhile is over. */
	private void settled(House.Topic topic) {
		soon().until(() -> this.mongo.findById(topic.id(), Document.class, "threads") != null);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(topic.id())), new Update().unset("checkAt"),
				"threads");
	}

	/** What was heard before another thing has no effect when that has. */
	private void isToldOnlyOfAnother(House.Somebody somebody) {
		var before = this.house.topic(somebody, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), before, 2), "Another thing.");
		soon().until(() -> this.house.get(somebody, "/notifications?kind=reply").data().size() == 1);
		soon().during(Duration.ofSeconds(2)).until(() -> this.house.unread(somebody) == 1);
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
