package org.parley.notification.fanout;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.notification.follow.FollowTarget;
import org.parley.notification.notification.NotificationNews;
import org.parley.notification.notification.NotificationPlace;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who follows something is told of it once, however many do, and nobody who must not be.
 */
@NotificationTest
class FanOutRoundIT {

	@Autowired
	private House house;

	@Autowired
	private FanOutRounds fanOutRounds;

	@Autowired
	private FollowerFanOutWorker going;

	@Autowired
	private MongoOperations mongo;

	@Test
	void whoFollowsAThreadIsToldOfPostsTogether() {
		var bob = this.house.member();
		var carol = this.house.member();
		var topic = topic("anyone");
		follows(bob, "thread", topic.id());
		this.house.posts(this.house.reply(carol, topic, 2), "One.");
		soon().until(() -> this.house.unread(bob) == 1);
		assertThat(titles(bob)).containsExactly(carol.name() + " has written in “Which tomatoes for a balcony?”");
		assertThat(kinds(bob)).containsExactly("followed-thread");
		this.house.posts(this.house.reply(carol, topic, 3), "Two.");
		soon().untilAsserted(
				() -> assertThat(titles(bob)).containsExactly("2 new posts in “Which tomatoes for a balcony?”"));
		assertThat(this.house.notifications(bob).getFirst().path("link").asString()).endsWith("?post=3");
		assertThat(this.house.unread(carol)).isZero();
	}

	@Test
	void whoFollowsACategoryOrATagIsToldOfNewThreadsOnce() {
		var bob = this.house.member();
		var carol = this.house.member();
		var topic = topic("anyone");
		follows(bob, "category", topic.category());
		follows(bob, "tag", "t" + topic.id());
		follows(carol, "tag", "t" + topic.id());
		this.house.starts(topic, "It faces north.", List.of("t" + topic.id(), "balcony"));
		this.house.postsTagged(this.house.reply(this.house.member(), topic, 2), "Try Stupice.",
				List.of("t" + topic.id(), "balcony"));
		for (var follower : List.of(bob, carol)) {
			soon().until(() -> this.house.unread(follower) == 1);
			assertThat(titles(follower))
				.containsExactly(topic.author().name() + " has started “Which tomatoes for a balcony?”");
			assertThat(kinds(follower)).containsExactly("followed-category");
		}
		settled(topic);
		assertThat(this.house.notifications(bob)).hasSize(1);
	}

	@Test
	void theStrongestReasonIsTheOneThatIsTold() {
		var bob = this.house.member();
		var carol = this.house.member();
		var dave = this.house.member();
		var topic = new House.Topic(topic("anyone").id(), this.house.category("anyone"), "Bread", bob);
		var said = this.house.reply(carol, topic, 2);
		Stream.of(bob, carol, dave).forEach((one) -> follows(one, "thread", topic.id()));
		this.house.quotes(this.house.reply(this.house.member(), topic, 3),
				"Not you @%s, nor you @%s.".formatted(carol.username(), bob.username()), said);
		soon().untilAsserted(() -> assertThat(kinds(dave)).containsExactly("followed-thread"));
		settled(topic);
		assertThat(kinds(bob)).containsExactly("reply");
		assertThat(kinds(carol)).containsExactly("quote");
		assertThat(titles(carol).getFirst()).endsWith(" has quoted you in “Bread”");
	}

	@Test
	void whoQuotesThemselvesIsNotTold() {
		var bob = this.house.member();
		var topic = topic("anyone");
		var watching = this.house.member();
		follows(watching, "thread", topic.id());
		this.house.quotes(this.house.reply(bob, topic, 3), "As I said.", this.house.reply(bob, topic, 2));
		soon().until(() -> this.house.unread(watching) == 1);
		assertThat(this.house.notifications(bob)).isEmpty();
	}

	@Test
	void whatWasThereBeforeTheyFollowedIsNotNew() {
		var early = this.house.member();
		var late = this.house.member();
		var topic = topic("anyone");
		follows(early, "thread", topic.id());
		this.house.wants("subscription.changed", late, "thread", topic.id(), "following", 1,
				Instant.now().plus(1, ChronoUnit.HOURS));
		heard(late, "thread", topic.id());
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.house.unread(early) == 1);
		settled(topic);
		assertThat(this.house.notifications(late)).isEmpty();
	}

	@Test
	void whoLetsGoIsNotToldHoweverLateThatCame() {
		var bob = this.house.member();
		var carol = this.house.member();
		var topic = topic("anyone");
		this.house.wants(bob, "thread", topic.id(), "none", 2);
		heard(bob, "thread", topic.id());
		this.house.wants(bob, "thread", topic.id(), "following", 1);
		this.house.wants("subscription.snapshot", carol, "thread", topic.id(), "following", 1, Instant.EPOCH);
		heard(carol, "thread", topic.id());
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.house.unread(carol) == 1);
		settled(topic);
		assertThat(this.house.notifications(bob)).isEmpty();
	}

	@Test
	void whoMayNotReadThereAnyMoreIsNotTold() {
		var bob = this.house.member();
		var moderator = this.house.member("user", "moderator");
		var topic = topic("moderator");
		follows(bob, "thread", topic.id());
		follows(moderator, "thread", topic.id());
		this.house.posts(this.house.reply(this.house.member("user", "moderator"), topic, 2), "Between us.");
		soon().until(() -> this.house.unread(moderator) == 1);
		settled(topic);
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(bob.id())), "notifications")).isFalse();
	}

	@Test
	void whoHasMutedThePlaceHearsNoTalkOfItButWhatWasDecided() {
		var topic = topic("anyone");
		var tags = List.of("t" + topic.id());
		var places = Map.of("thread", topic.id(), "category", topic.category(), "tag", tags.getFirst());
		var muting = places.entrySet().stream().map((place) -> {
			var somebody = this.house.member();
			this.house.wants(somebody, place.getKey(), place.getValue(), "muted", 1);
			heard(somebody, place.getKey(), place.getValue());
			return somebody;
		}).toList();
		var names = muting.stream().map((one) -> "@" + one.username()).toList();
		this.house.postsTagged(this.house.reply(this.house.member(), topic, 2), "Ask " + String.join(" ", names), tags);
		var last = this.house.reply(this.house.member(), topic, 3);
		this.house.postsTagged(last, "And @" + topic.author().username(), tags);
		soon().until(() -> this.house.unread(topic.author()) == 1
				&& this.house.notifications(topic.author()).getFirst().path("count").asInt() == 2);
		muting.forEach((one) -> {
			assertThat(this.house.notifications(one)).isEmpty();
			closes(one, this.house.reply(this.house.member(), topic, 4), "upheld");
			soon().until(() -> this.house.unread(one) == 1);
			assertThat(titles(one)).containsExactly("A moderator has acted on what you reported");
		});
	}

	@Test
	void whoIsBannedOrHasLeftIsNotTold() {
		var banned = this.house.member();
		var gone = this.house.member();
		var watching = this.house.member();
		var topic = topic("anyone");
		Stream.of(banned, gone, watching).forEach((one) -> follows(one, "thread", topic.id()));
		this.house.bans(banned, 10);
		this.house.deletes(gone, 10);
		soon().until(() -> !this.mongo.exists(new Query(Criteria.where("userId").is(gone.id())), "subscriptions"));
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(banned.id()).and("status").is("banned")), "people"));
		this.house.wants(gone, "thread", topic.id(), "following", 2);
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "Ask @" + banned.username());
		soon().until(() -> this.house.unread(watching) == 1);
		settled(topic);
		assertThat(this.house.notifications(banned)).isEmpty();
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(gone.id())), "subscriptions")).isFalse();
		this.house.unbans(banned, 11);
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(banned.id()).and("status").is("active")), "people"));
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Welcome back.");
		soon().until(() -> this.house.unread(banned) == 1);
	}

	@Test
	void anEditIsNothingNewToThoseWhoFollow() {
		var bob = this.house.member();
		var topic = topic("anyone");
		var said = this.house.reply(this.house.member(), topic, 2);
		this.house.posts(said, "One.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(said.id())), "posts"));
		settled(topic);
		follows(bob, "thread", topic.id());
		this.house.edits(said, "Two.", 1);
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Three.");
		soon().until(() -> this.house.unread(bob) == 1);
		settled(topic);
		assertThat(this.house.notifications(bob)).singleElement()
			.satisfies((told) -> assertThat(told.path("count").asInt()).isOne());
	}

	/** More than a page, and more than is taken back at once. */
	@Test
	void manyAreToldOnceTakenBackAndToldAgain() throws InterruptedException {
		var topic = topic("anyone");
		var followers = IntStream.range(0, 55).mapToObj((_) -> this.house.member()).toList();
		followers.forEach((one) -> this.house.wants(one, "thread", topic.id(), "following", 1));
		followers.forEach((one) -> heard(one, "thread", topic.id()));
		var said = this.house.reply(this.house.member(), topic, 2);
		this.house.posts(said, "One.");
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(said.id())), "rounds"));
		race();
		followers.forEach((one) -> soon().untilAsserted(() -> assertThat(this.house.notifications(one)).singleElement()
			.satisfies((told) -> assertThat(told.path("count").asInt()).isOne())));
		this.house.removes(said, 1);
		followers.forEach((one) -> soon().until(() -> this.house.unread(one) == 0));
		settled(topic);
		assertThat(this.mongo.exists(new Query(Criteria.where("source").is(said.id())), "tellings")).isFalse();
		this.house.restores(said, "One.", 2);
		followers.forEach((one) -> soon().until(() -> this.house.unread(one) == 1));
	}

	/** Whoever goes on with a round at the same time as the service does. */
	private void race() throws InterruptedException {
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			threads.invokeAll(IntStream.range(0, 3).<Callable<Boolean>>mapToObj((_) -> this::goRound).toList());
		}
	}

	private boolean goRound() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.going.doBatch();
			return !this.mongo.exists(new Query(), "rounds");
		});
		return true;
	}

	/** After a crash it goes on behind the last page that was written down. */
	@Test
	void aRoundGoesOnWhereItWas() {
		var topic = topic("anyone");
		var people = Stream.of(this.house.member(), this.house.member())
			.sorted(Comparator.comparing(House.Somebody::id))
			.toList();
		people.forEach((one) -> follows(one, "thread", topic.id()));
		var news = NotificationNews.at(NotificationPlace.of(topic.id(), topic.category()),
				NotificationKind.FOLLOWED_THREAD, "followed-thread", Ids.next(), "/threads/" + topic.id(),
				topic.title());
		var now = Instant.now();
		this.fanOutRounds.keep(new FanOutRound(news.source(), news, List.of(FollowTarget.thread(topic.id())), now,
				people.getFirst().id(), 0, now));
		soon().until(() -> this.house.unread(people.getLast()) == 1);
		settled(topic);
		assertThat(this.house.notifications(people.getFirst())).isEmpty();
	}

	@Test
	void whoCannotBeToldHoldsUpNobody() {
		var topic = topic("anyone");
		var broken = this.house.member();
		var fine = this.house.member();
		Stream.of(broken, fine).forEach((one) -> follows(one, "thread", topic.id()));
		this.mongo.insert(new Document("_id", broken.id()).append("choices", new Document("NONSENSE", new Document())),
				"preferences");
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().atMost(Duration.ofMinutes(3)).until(() -> this.house.unread(fine) == 1);
		soon().atMost(Duration.ofMinutes(3)).until(() -> isSettled(topic));
	}

	@Test
	void aThreadThatIsGoneIsToldToNobody() {
		var bob = this.house.member();
		var topic = topic("anyone");
		follows(bob, "thread", topic.id());
		this.house.follows("thread.hidden", topic, topic.category(), "hidden", 1);
		soon().until(() -> this.mongo.exists(new Query(Criteria.where("_id").is(topic.id())), "threads"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "Late.");
		var other = topic("anyone");
		follows(bob, "thread", other.id());
		this.house.posts(this.house.reply(this.house.member(), other, 2), "Elsewhere.");
		soon().until(() -> this.house.unread(bob) == 1);
		settled(topic);
		assertThat(this.house.notifications(bob).getFirst().path("link").asString()).contains(other.id());
	}

	private void closes(House.Somebody reporter, House.Reply post, String status) {
		this.house.tell("report.closed",
				Map.of("report", Map.of("id", post.id(), "status", status, "createdAt", "2026-11-20T09:25:00Z"), "post",
						post.reference(), "thread", post.topic().reference(), "reporter", reporter.person()));
	}

	private House.Topic topic(String readers) {
		return this.house.topic(this.house.member(), this.house.category(readers));
	}

	private void follows(House.Somebody somebody, String kind, String id) {
		this.house.wants(somebody, kind, id, "following", 1);
		heard(somebody, kind, id);
	}

	private void heard(House.Somebody somebody, String kind, String id) {
		var wish = new Query(Criteria.where("_id").is(somebody.id() + ":" + kind + ":" + id));
		soon().until(() -> this.mongo.exists(wish, "subscriptions"));
	}

	private void settled(House.Topic topic) {
		soon().until(() -> isSettled(topic));
	}

	private boolean isSettled(House.Topic topic) {
		return !this.mongo.exists(new Query(Criteria.where("news.place.threadId").is(topic.id())), "rounds")
				&& !this.mongo.exists(new Query(Criteria.where("news").exists(false)), "rounds");
	}

	private List<String> titles(House.Somebody somebody) {
		return this.house.notifications(somebody).stream().map((told) -> told.path("title").asString()).toList();
	}

	private List<String> kinds(House.Somebody somebody) {
		return this.house.notifications(somebody).stream().map((told) -> told.path("kind").asString()).toList();
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
