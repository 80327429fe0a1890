package org.parley.notification.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestThread;
import org.parley.notification.ServiceFixture;
import org.parley.notification.news.NotificationNews;
import org.parley.notification.news.Recipient;
import org.parley.notification.preference.NotificationKind;
import org.parley.platform.domain.Ids;
import org.parley.platform.mongo.cluster.ClusterLoop;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** The right users are notified once, in any order of events. */
@NotificationTest
class NotificationDispatcherIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	@Qualifier("deferredNewsLoop")
	private ClusterLoop deferredNewsLoop;

	@Autowired
	@Qualifier("earlyVoteLoop")
	private ClusterLoop earlyVoteLoop;

	@Autowired
	private InstantSource clock;

	@Test
	void replyNotifiesThreadAuthor() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "Try Stupice.");
		soon().untilAsserted(
				() -> assertThat(this.fixture.notifications(alice)).singleElement().satisfies((notification) -> {
					assertThat(notification.path("kind").asString()).isEqualTo("reply");
					assertThat(notification.path("title").asString())
						.isEqualTo(bob.name() + " replied in “Which tomatoes for a balcony?”");
					assertThat(notification.path("link").asString()).isEqualTo("/threads/" + thread.id() + "?post=2");
					assertThat(notification.path("read").asBoolean()).isFalse();
					assertThat(notification.at("/actors/0/username").asString()).isEqualTo(bob.username());
				}));
		assertThat(this.fixture.unreadCount(alice)).isOne();
		assertThat(this.fixture.notifications(bob)).isEmpty();
	}

	@Test
	void failedDeferredNewsDoesNotBlockOthers() {
		var alice = this.fixture.member();
		var nonsense = deferredNews(alice, "nonsense", Instant.EPOCH);
		this.mongo.insert(nonsense);
		this.mongo.insert(deferredNews(alice, "role", Instant.EPOCH.plusSeconds(1)));
		this.deferredNewsLoop.signal();
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("title").asString())
				.isEqualTo("You are now a member")));
		this.mongo.remove(nonsense);
	}

	private DeferredNewsRecord deferredNews(ServiceFixture.TestUser user, String wording, Instant due) {
		var news = NotificationNews.of(NotificationKind.ROLE, wording, Ids.next(), "/", "user");
		return new DeferredNewsRecord(Ids.next(), news.source(), Recipient.of(user.id()), news, this.clock.instant(),
				due);
	}

	@Test
	void ownPostNotifiesNotAuthor() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var own = this.fixture.post(alice, thread, 2);
		this.fixture.publishPost(own, "I tried Stupice, @" + alice.username());
		this.fixture.publishPost(this.fixture.post(bob, thread, 3), "And?", own);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).isOne());
		assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("count").asInt()).isOne());
	}

	@Test
	void concurrentRepliesShareOneNotification() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var people = IntStream.range(0, 20).mapToObj((_) -> this.fixture.member()).toList();
		IntStream.range(0, 20)
			.parallel()
			.forEach((i) -> this.fixture.publishPost(this.fixture.post(people.get(i), thread, i + 2), "Me too."));
		soon().atMost(Duration.ofMinutes(2))
			.untilAsserted(
					() -> assertThat(this.fixture.notifications(alice)).singleElement().satisfies((notification) -> {
						assertThat(notification.path("count").asInt()).isEqualTo(20);
						assertThat(notification.path("actors").size()).isEqualTo(5);
						assertThat(notification.path("title").asString()).startsWith("20 replies");
					}));
		assertThat(this.fixture.unreadCount(alice)).isOne();
	}

	@Test
	void replyAfterReadingCreatesNewNotification() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var first = this.fixture.notifications(alice).getFirst().path("id").asString();
		assertThat(this.fixture.call(alice, "PUT", "/notifications/" + first + "/read", null).status()).isEqualTo(200);
		this.fixture.publishPost(this.fixture.post(bob, thread, 3), "Two.");
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice))
			.extracting((notification) -> notification.path("read").asBoolean())
			.containsExactly(false, true));
	}

	@Test
	void usernameInPostNotifiesMentionedUser() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var carol = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2),
				"Ask @" + carol.username() + " or @" + alice.username() + ".");
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(carol)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("kind").asString()).isEqualTo("mention")));
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(this.fixture.notifications(alice)).as("notified as a reply only")
			.singleElement()
			.satisfies((notification) -> assertThat(notification.path("kind").asString()).isEqualTo("reply"));
	}

	@Test
	void unreadableCategoryNotifiesNotUser() {
		var alice = this.fixture.member();
		var moderator = this.fixture.member("user", "moderator");
		var thread = this.fixture.thread(alice, this.fixture.category("moderator"));
		var reply = this.fixture.post(this.fixture.member("user", "moderator"), thread, 2);
		this.fixture.publishPost(reply, "Between us, @" + moderator.username() + ", not for @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void closedCategoryHidesNotifications() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), this.fixture.thread(alice, category), 2),
				"Hello.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishCategory(category, "moderator", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		this.fixture.publishCategory(category, "user", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
	}

	@Test
	void replyBeforeItsCategoryAndUsersIsDeferred() {
		var alice = this.fixture.unknownUser();
		var carol = this.fixture.unknownUser();
		var category = this.fixture.unknownCategory();
		var thread = this.fixture.thread(alice, category);
		this.fixture.publishPost(this.fixture.post(this.fixture.unknownUser(), thread, 2),
				"Hello, @" + carol.username());
		this.fixture.publishRegistration(alice);
		this.fixture.publishRegistration(carol);
		this.fixture.publishCategory(category, "anyone", 0);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		soon().until(() -> this.fixture.unreadCount(carol) == 1);
	}

	@Test
	void removedPostWithdrawsNotificationInAnyOrder() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var bob = this.fixture.member();
		var first = this.fixture.post(bob, thread, 2);
		var second = this.fixture.post(this.fixture.member(), thread, 3);
		var third = this.fixture.post(this.fixture.member(), thread, 4);
		this.fixture.publishPostRemoval(first, 1);
		this.fixture.publishPost(first, "Removed before it was published.");
		this.fixture.publishPost(second, "Gone after.");
		this.fixture.publishPost(third, "Here.");
		this.fixture.publishPostHold(second, 1);
		soon().untilAsserted(
				() -> assertThat(this.fixture.notifications(alice)).singleElement().satisfies((notification) -> {
					assertThat(notification.path("count").asInt()).isOne();
					assertThat(notification.at("/actors/0/id").asString()).isEqualTo(third.author().id());
					assertThat(notification.path("actors").size()).isOne();
				}));
		this.fixture.publishPostRemoval(third, 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishPostRestoration(third, "Back.", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
	}

	@Test
	void movedThreadMovesItsNotifications() {
		var alice = this.fixture.member();
		var open = this.fixture.category("anyone");
		var thread = this.fixture.thread(alice, open);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Hello.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread.moved", thread, this.fixture.category("moderator"), "open", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishThreadChange("thread.moved", thread, open, "open", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread.hidden", thread, open, "hidden", 3);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Late.");
		this.fixture.publishThreadChange("thread.moved", thread, open, "open", 1);
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "hidden", "removed" })
	void threadThatIsShownAgainShowsItsNotifications(String gone) {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Ask @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread." + gone, thread, thread.category(), gone, 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		this.fixture.publishThreadChange("thread.restored", thread, thread.category(), "open", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(title(alice)).contains(thread.title());
	}

	@Test
	void renamedThreadRenamesItsNotifications() {
		var alice = this.fixture.member();
		var category = this.fixture.category("anyone");
		var thread = this.fixture.thread(alice, category);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Hello.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var renamed = new TestThread(thread.id(), category, "Tomatoes for a balcony", alice);
		this.fixture.publishThreadChange("thread.edited", renamed, category, "open", 1);
		soon().untilAsserted(() -> assertThat(title(alice)).contains(renamed.title()).doesNotContain(thread.title()));
		this.fixture.publishThreadChange("thread.moved", thread, category, "open", 0);
		assertThat(title(alice)).as("an older version changes nothing").contains(renamed.title());
	}

	private String title(ServiceFixture.TestUser person) {
		return this.fixture.notifications(person).getFirst().path("title").asString();
	}

	@Test
	void movedPostMovesItsNotification() {
		var alice = this.fixture.member();
		var here = this.fixture.thread(alice, this.fixture.category("anyone"));
		var secret = this.fixture.thread(this.fixture.member(), this.fixture.category("moderator"));
		var open = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		var reply = this.fixture.post(this.fixture.member(), here, 2);
		this.fixture.publishPost(reply, "Hello.");
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).as("notified").isOne());
		this.fixture.publishPostMove(reply, secret, 5, "Hello.", 1);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).as("hidden").isZero());
		this.fixture.publishPostMove(reply, open, 9, "Hello.", 2);
		soon().untilAsserted(() -> assertThat(this.fixture.unreadCount(alice)).as("visible again").isOne());
		assertThat(this.fixture.notifications(alice).getFirst().path("link").asString())
			.isEqualTo("/threads/" + open.id() + "?post=9");
		this.fixture.publishPostMove(reply, secret, 5, "Hello.", 1);
		this.fixture.publishPost(reply, "Hello.");
		assertThat(this.fixture.unreadCount(alice)).isOne();
	}

	@Test
	void moveBeforePostNotifiesAtNewPlace() {
		var alice = this.fixture.member();
		var here = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		var there = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		var reply = this.fixture.post(this.fixture.member(), here, 2);
		this.fixture.publishPostMove(reply, there, 5, "Ask @" + alice.username(), 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishPost(reply, "Ask @" + alice.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
	}

	@Test
	void mergedThreadMovesItsNotifications() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("count").asInt()).isEqualTo(2)));
		var open = this.fixture.category("anyone");
		var into = this.fixture.thread(this.fixture.member(), open);
		this.fixture.publishThreadMerge(thread, into, 3);
		this.fixture.publishThreadChange("thread.moved", into, this.fixture.category("moderator"), "open", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishThreadChange("thread.moved", into, open, "open", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread.hidden", into, open, "hidden", 3);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
	}

	/** The events of two threads may come in any order. */
	@Test
	void notificationsMergedIntoHiddenThreadReturnWithIt() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var into = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		this.fixture.publishThreadChange("thread.hidden", into, into.category(), "hidden", 1);
		this.fixture.publishThreadMerge(thread, into, 3);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishThreadChange("thread.restored", into, into.category(), "open", 2);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(title(alice)).contains(into.title());
	}

	@Test
	void notificationsOfHiddenThreadWaitForTheTitleOfTheirTarget() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread.hidden", thread, thread.category(), "hidden", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		var into = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishThreadMerge(thread, into, 3);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), into, 2), "Later.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((one) -> assertThat(one.path("title").asString()).contains(into.title()));
	}

	@Test
	void deferredNewsOfHiddenThreadIsDropped() {
		var alice = this.fixture.member();
		var late = this.fixture.unknownUser();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Ask @" + late.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadChange("thread.hidden", thread, thread.category(), "hidden", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		this.fixture.publishRegistration(late);
		var own = this.fixture.thread(late, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(alice, own, 2), "Hello.");
		soon().until(() -> this.fixture.unreadCount(late) == 1);
		retryDeferred();
		assertThat(this.fixture.unreadCount(late)).isOne();
	}

	@Test
	void deferredNewsOfMergedThreadHasTheTitleOfTheTarget() {
		var alice = this.fixture.member();
		var late = this.fixture.unknownUser();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var into = new TestThread(Ids.next(), thread.category(), "Where to plant?", alice);
		this.fixture.publishThreadChange("thread.moved", into, into.category(), "open", 1);
		awaitThread(into);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "Ask @" + late.username());
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishThreadMerge(thread, into, 3);
		soon().untilAsserted(
				() -> assertThat(this.fixture.titles(alice)).singleElement().asString().contains(into.title()));
		this.fixture.publishRegistration(late);
		soon().until(() -> this.mongo.findById(late.id(), Document.class, "people") != null);
		retryDeferred();
		soon().untilAsserted(
				() -> assertThat(this.fixture.titles(late)).singleElement().asString().contains(into.title()));
	}

	@Test
	void repeatedEventNotifiesOnce() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var done = Map.of("summaryId", Ids.next(), "threadId", thread.id(), "thread", thread.reference(), "askers",
				List.of(alice.id()), "engine", "extractive", "coveredThrough", 4);
		var id = this.fixture.publish("summary.completed", done);
		this.fixture.publish("summary.completed", id, done);
		this.fixture.publish("summary.completed", done);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "After it.");
		soon().until(() -> this.fixture.unreadCount(alice) == 2);
		assertThat(this.fixture.notifications(alice))
			.extracting((notification) -> notification.path("title").asString())
			.contains("The summary of “Which tomatoes for a balcony?” is ready");
	}

	@Test
	void notificationInUnknownCategoryIsHidden() {
		var alice = this.fixture.member("user", "moderator", "admin");
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var id = this.fixture.notifications(alice).getFirst().path("id").asString();
		var unknown = this.fixture.unknownCategory();
		this.fixture.publishThreadChange("thread.moved", thread, unknown, "open", 1);
		soon().until(() -> this.fixture.unreadCount(alice) == 0);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.fixture.call(alice, "PUT", "/notifications/" + id + "/read", null).status()).isEqualTo(404);
		this.fixture.publishCategory(unknown, "anyone", 0);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(this.fixture.call(alice, "PUT", "/notifications/" + id + "/read", null).status()).isEqualTo(200);
	}

	@Test
	void summaryOfHiddenThreadNotifiesNoOne() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		this.fixture.publishThreadChange("thread.hidden", thread, thread.category(), "hidden", 1);
		awaitThread(thread);
		this.fixture.publishSummary(thread, alice);
		assertOnlyOtherNotification(alice);
	}

	@Test
	void summaryOfMovedThreadNotifiesOnlyReaders() {
		var alice = this.fixture.member();
		var moderator = this.fixture.member("user", "moderator");
		var admin = this.fixture.member("user", "moderator", "admin");
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		this.fixture.publishThreadChange("thread.moved", thread, this.fixture.category("admin"), "open", 1);
		awaitThread(thread);
		this.fixture.publishSummary(thread, alice, moderator, admin);
		soon().until(() -> this.fixture.unreadCount(admin) == 1);
		assertOnlyOtherNotification(alice);
		assertOnlyOtherNotification(moderator);
	}

	@ParameterizedTest
	@CsvSource({ "case.opened, caseId", "appeal.filed, appealId" })
	void caseInAdminCategoryNotifiesOnlyActiveAdmins(String type, String id) {
		var moderator = this.fixture.member("user", "moderator");
		var admin = this.fixture.member("user", "moderator", "admin");
		var closed = this.fixture.member("user", "moderator", "admin");
		this.fixture.publishClosing(closed, 9);
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("admin"));
		soon().until(() -> this.mongo.findById(thread.category(), Document.class, "categories") != null);
		soon().until(() -> this.mongo.findById(admin.id(), Document.class, "people") != null);
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		soon().until(() -> this.mongo
			.exists(new Query(Criteria.where("_id").is(closed.id()).and("status").is("closed")), "people"));
		var data = this.fixture.publishExample(type, (example) -> {
			example.put(id, Ids.next());
			example.withObject("/thread").put("id", thread.id());
			example.withObject("/thread/category").put("id", thread.category());
		});
		soon().untilAsserted(
				() -> assertThat(this.fixture.get(admin, "/notifications?kind=moderation").data().size()).isOne());
		var link = this.fixture.get(admin, "/notifications?kind=moderation").data().path(0).path("link").asString();
		assertThat(link).isEqualTo("/moderation/cases/" + data.path("caseId").asString());
		Stream.of(moderator, closed)
			.forEach((person) -> assertThat(this.fixture.get(person, "/notifications?kind=moderation").data().size())
				.isZero());
	}

	@ParameterizedTest
	@CsvSource({ "case.opened, caseId", "appeal.filed, appealId" })
	void caseNotifiesModeratorsOfItsCategory(String type, String id) {
		var appointed = this.fixture.member();
		var elsewhere = this.fixture.member();
		var thread = this.fixture.thread(this.fixture.member(), Ids.next());
		this.fixture.publishCategory(thread.category(), "anyone", List.of(appointed.id()), 0);
		this.fixture.publishCategory(Ids.next(), "anyone", List.of(elsewhere.id()), 0);
		soon().until(() -> this.mongo.findById(thread.category(), Document.class, "categories") != null);
		Stream.of(appointed, elsewhere)
			.forEach(
					(person) -> soon().until(() -> this.mongo.findById(person.id(), Document.class, "people") != null));
		this.fixture.publishExample(type, (example) -> {
			example.put(id, Ids.next());
			example.withObject("/thread").put("id", thread.id());
			example.withObject("/thread/category").put("id", thread.category());
		});
		soon().untilAsserted(
				() -> assertThat(this.fixture.get(appointed, "/notifications?kind=moderation").data().size()).isOne());
		assertThat(this.fixture.get(elsewhere, "/notifications?kind=moderation").data().size()).isZero();
	}

	@Test
	void formerModeratorsLoseTheNewsOfCases() {
		var appointed = this.fixture.member();
		var moderator = this.fixture.member("user", "moderator");
		var thread = this.fixture.thread(this.fixture.member(), Ids.next());
		this.fixture.publishCategory(thread.category(), "anyone", List.of(appointed.id()), 0);
		soon().until(() -> this.mongo.findById(thread.category(), Document.class, "categories") != null);
		Stream.of(appointed, moderator)
			.forEach(
					(person) -> soon().until(() -> this.mongo.findById(person.id(), Document.class, "people") != null));
		this.fixture.publishExample("case.opened", (example) -> {
			example.put("caseId", Ids.next());
			example.withObject("/thread").put("id", thread.id());
			example.withObject("/thread/category").put("id", thread.category());
		});
		soon().until(() -> this.fixture.unreadCount(appointed) == 1 && this.fixture.unreadCount(moderator) == 1);
		this.fixture.publishCategory(thread.category(), "anyone", List.of(), 1);
		soon().until(() -> this.fixture.unreadCount(appointed) == 0);
		this.fixture.publish("user.profile-changed", Map.of("user", moderator.person(), "roles", List.of("user"),
				"locale", "en", "timeZone", "UTC", "version", 9));
		soon().untilAsserted(() -> assertThat(this.fixture.kinds(moderator)).containsExactly("role"));
	}

	/** No list shows the notifications of which only a digest tells. */
	@Test
	void digestsTellFormerModeratorsOfNoCases() {
		var moderator = this.fixture.member("user", "moderator");
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		this.fixture.call(moderator, "PUT", "/users/me/preferences", Map.of("kinds",
				List.of(Map.of("kind", "moderation", "inApp", false, "live", false, "mail", "weekly"))));
		publishCase("social-case.opened", Ids.next(), 0);
		soon().until(() -> countCases(moderator) == 1);
		this.fixture.publish("user.profile-changed", Map.of("user", moderator.person(), "roles", List.of("user"),
				"locale", "en", "timeZone", "UTC", "version", 9));
		soon().until(() -> countCases(moderator) == 0);
	}

	private long countCases(ServiceFixture.TestUser moderator) {
		return this.mongo.count(new Query(Criteria.where("userId").is(moderator.id()).and("kind").is("MODERATION")),
				"notifications");
	}

	@ParameterizedTest
	@CsvSource({ "social-case.opened, caseId, A social post or comment needs a decision",
			"social-appeal.filed, appealId, An author appeals against a decision about a social post or comment",
			"message-case.opened, caseId, A message needs a decision",
			"message-appeal.filed, appealId, An author appeals against a decision about a message" })
	void caseOutsideForumNotifiesModerators(String type, String id, String title) {
		var moderator = this.fixture.member("user", "moderator");
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		this.fixture.publishExample(type, (example) -> example.put(id, Ids.next()));
		soon().untilAsserted(() -> assertThat(
				this.fixture.get(moderator, "/notifications?kind=moderation").data().path(0).path("title").asString(""))
			.isEqualTo(title));
	}

	@ParameterizedTest
	@CsvSource({ "case.opened, case.decided, caseId", "message-case.opened, message-case.decided, caseId",
			"social-case.opened, social-case.decided, caseId", "case.opened, case.withdrawn, caseId",
			"message-case.opened, message-case.withdrawn, caseId", "social-case.opened, social-case.withdrawn, caseId",
			"message-appeal.filed, message-appeal.decided, appealId" })
	void decisionWithdrawsTheNewsOfModerators(String type, String decided, String id) {
		var moderator = this.fixture.member("user", "moderator");
		var thread = this.fixture.thread(this.fixture.member(), this.fixture.category("anyone"));
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		soon().until(() -> this.mongo.findById(thread.category(), Document.class, "categories") != null);
		var opened = Ids.next();
		this.fixture.publishExample(type, (example) -> {
			example.put(id, opened);
			if (type.equals("case.opened")) {
				example.withObject("/thread").put("id", thread.id());
				example.withObject("/thread/category").put("id", thread.category());
			}
		});
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
		this.fixture.publishExample(decided, (example) -> example.put(id, opened));
		soon().until(() -> this.fixture.unreadCount(moderator) == 0);
	}

	@Test
	void caseThatOpensAgainIsNewsAgain() {
		var moderator = this.fixture.member("user", "moderator");
		soon().until(() -> this.mongo.findById(moderator.id(), Document.class, "people") != null);
		var id = Ids.next();
		publishCase("social-case.opened", id, 0);
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
		this.fixture.call(moderator, "PUT", "/notifications/read-all", null);
		assertThat(this.fixture.unreadCount(moderator)).isZero();
		publishCase("social-case.opened", id, 4);
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
		publishCase("social-case.withdrawn", id, 3);
		publishCase("social-case.opened", Ids.next(), 0);
		soon().until(() -> this.fixture.unreadCount(moderator) == 2);
		assertThat(this.fixture.unreadCount(moderator)).as("the withdrawal is late").isEqualTo(2);
		publishCase("social-case.withdrawn", id, 5);
		soon().until(() -> this.fixture.unreadCount(moderator) == 1);
	}

	private void publishCase(String type, String id, int version) {
		this.fixture.publishExample(type, (example) -> example.put("caseId", id).put("version", version));
	}

	@Test
	void newcomersWhoAwaitApprovalAreOneNewsForAdministrators() {
		var moderator = this.fixture.member("user", "moderator");
		var admin = this.fixture.member("user", "moderator", "admin");
		Stream.of(moderator, admin)
			.forEach(
					(person) -> soon().until(() -> this.mongo.findById(person.id(), Document.class, "people") != null));
		var approved = newcomer();
		var refused = newcomer();
		soon().untilAsserted(() -> assertThat(titles(admin)).containsExactly("2 newcomers await approval"));
		var news = this.fixture.get(admin, "/notifications?kind=system").data().path(0);
		assertThat(news.path("link").asString()).isEqualTo("/administration/users?status=pending");
		assertThat(titles(moderator)).isEmpty();
		this.fixture.publishExample("user.registered", (example) -> example.withObject("/user").put("id", approved));
		soon().untilAsserted(() -> assertThat(titles(admin)).containsExactly("A newcomer awaits approval"));
		this.fixture.publishExample("user.deleted", (example) -> example.put("userId", refused));
		soon().untilAsserted(() -> assertThat(titles(admin)).isEmpty());
		this.fixture.publishExample("approval.requested", (example) -> example.put("userId", approved));
		var last = newcomer();
		soon().untilAsserted(() -> assertThat(titles(admin)).containsExactly("A newcomer awaits approval"));
		this.fixture.publishExample("user.deleted", (example) -> example.put("userId", last));
		soon().untilAsserted(() -> assertThat(titles(admin)).isEmpty());
	}

	private String newcomer() {
		var id = Ids.next();
		this.fixture.publishExample("approval.requested", (example) -> example.put("userId", id));
		return id;
	}

	private List<String> titles(ServiceFixture.TestUser user) {
		return this.fixture.get(user, "/notifications?kind=system").data().findValuesAsString("title");
	}

	@Test
	void authorIsToldOfDecisionsAndTheirEnds() {
		var alice = this.fixture.member();
		var told = List.of(
				publishStatement("statement.issued", alice, Map.of("restriction", "hold", "automated", true)),
				publishStatement("statement.lifted", alice, Map.of("restriction", "hold")),
				publishStatement("statement.issued", alice, Map.of("restriction", "remove", "automated", false)),
				publishStatement("appeal.decided", alice, Map.of("outcome", "overturned")),
				publishStatement("social-statement.issued", alice, Map.of("restriction", "hide", "automated", false)),
				publishStatement("social-appeal.decided", alice, Map.of("outcome", "upheld")),
				publishStatement("message-statement.issued", alice, Map.of("restriction", "hold", "automated", true)),
				publishStatement("message-statement.lifted", alice, Map.of("restriction", "hold")),
				publishStatement("message-statement.issued", alice, Map.of("restriction", "warn", "automated", false)),
				publishStatement("message-statement.lifted", alice, Map.of("restriction", "edit")),
				publishStatement("message-appeal.decided", alice, Map.of("outcome", "upheld")));
		assertThat(told).containsExactly("A check has hidden your post until a moderator decides",
				"Your post is visible again", "A moderator has removed your post", "Your appeal was accepted",
				"A moderator has hidden your post", "Your appeal was rejected",
				"A check has hidden your message until a moderator decides", "Your message is visible again",
				"A moderator has warned you because of a message", "Your message has its earlier text again",
				"Your appeal was rejected");
	}

	/** Publishes an event about a post and returns the title of its notification. */
	private String publishStatement(String type, ServiceFixture.TestUser author, Map<String, Object> state) {
		var before = this.fixture.get(author, "/notifications?kind=moderation").data().size();
		var content = type.startsWith("social-") ? "content" : type.startsWith("message-") ? "message" : "post";
		var data = this.fixture.publishExample(type, (example) -> {
			example.put("statementId", Ids.next());
			if (type.endsWith("appeal.decided")) {
				example.put("appealId", Ids.next());
			}
			example.withObject("/" + content + "/author").put("id", author.id());
			state.forEach((name, value) -> example.set(name, JsonMapper.shared().valueToTree(value)));
		});
		soon().until(() -> this.fixture.get(author, "/notifications?kind=moderation").data().size() == before + 1);
		var told = this.fixture.get(author, "/notifications?kind=moderation").data().path(0);
		assertThat(told.path("link").asString())
			.isEqualTo("/settings/statements/" + data.path("statementId").asString());
		return told.path("title").asString();
	}

	@Test
	void likeBeforePostNotifiesLater() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var post = this.fixture.post(alice, thread, 2);
		var first = this.fixture.post(alice, thread, 1);
		publishLike("post", post.id(), thread, alice);
		publishLike("thread", thread.id(), thread, alice);
		assertOnlyOtherNotification(alice);
		this.fixture.publishPost(post, "Try Stupice.");
		soon()
			.untilAsserted(() -> assertThat(this.fixture.get(alice, "/notifications?kind=vote").data().size()).isOne());
		this.fixture.publishPost(first, "Which tomatoes?");
		soon().untilAsserted(
				() -> assertThat(this.fixture.get(alice, "/notifications?kind=vote").data().size()).isEqualTo(2));
	}

	@Test
	void withdrawnLikeWithdrawsItsMilestone() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var post = this.fixture.post(alice, thread, 2);
		this.fixture.publishPost(post, "Try Stupice.");
		for (var likes : List.of(1, 0, 1)) {
			publishLikes("post", post.id(), thread, alice, likes);
			soon().untilAsserted(() -> assertThat(this.fixture.get(alice, "/notifications?kind=vote").data().size())
				.isEqualTo(likes));
		}
		for (var likes : List.of(10, 9, 10)) {
			publishLikes("post", post.id(), thread, alice, likes);
			var counts = (likes == 10) ? List.of(10, 1) : List.of(1);
			soon().untilAsserted(() -> assertThat(this.fixture.get(alice, "/notifications?kind=vote").data())
				.extracting((one) -> one.path("count").asInt())
				.containsExactlyElementsOf(counts));
		}
	}

	@Test
	void notificationsHaveThePresentNameOfTheirActor() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "Hello.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var renamed = new ServiceFixture.TestUser(bob.id(), "Robert-" + bob.username(), bob.roles());
		this.fixture.publishName(renamed, "Robert of the balcony", 3);
		soon().untilAsserted(() -> assertThat(title(alice)).startsWith("Robert of the balcony"));
		var actor = this.fixture.notifications(alice).getFirst().at("/actors/0");
		assertThat(actor.at("/displayName").asString()).isEqualTo("Robert of the balcony");
		assertThat(actor.at("/username").asString()).isEqualTo(renamed.username());
	}

	@Test
	void likesAreToldWithThePresentTitleOfTheThread() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		var first = this.fixture.publishThread(thread, "It faces north.");
		soon().until(() -> this.mongo.findById(first.id(), Document.class, "posts") != null);
		var renamed = new ServiceFixture.TestThread(thread.id(), thread.category(), "A new name", alice);
		this.fixture.publishThreadChange("thread.edited", renamed, thread.category(), "open", 1);
		awaitThread(thread);
		publishLike("post", first.id(), thread, alice);
		soon().untilAsserted(() -> assertThat(this.fixture.titles(alice))
			.containsExactly("Your post in “A new name” has its first like"));
	}

	private void publishLike(String target, String id, ServiceFixture.TestThread thread,
			ServiceFixture.TestUser author) {
		publishLikes(target, id, thread, author, 1);
	}

	private void publishLikes(String target, String id, ServiceFixture.TestThread thread,
			ServiceFixture.TestUser author, int up) {
		this.fixture.publishExample("votes.changed",
				(example) -> example.put("target", target)
					.put("id", id)
					.put("threadId", thread.id())
					.put("up", up)
					.set("author", JsonMapper.shared().valueToTree(author.person())));
	}

	/** Waits until the thread is stored, and skips its relocation check. */
	private void awaitThread(ServiceFixture.TestThread thread) {
		soon().until(() -> this.mongo.findById(thread.id(), Document.class, "threads") != null);
		this.mongo.updateFirst(new Query(Criteria.where("_id").is(thread.id())), new Update().unset("checkAt"),
				"threads");
	}

	/** Publishes another reply; earlier events had no effect if only it notifies. */
	private void assertOnlyOtherNotification(ServiceFixture.TestUser user) {
		this.fixture.publishReply(user);
		soon().until(() -> this.fixture.get(user, "/notifications?kind=reply").data().size() == 1);
		retryDeferred();
		assertThat(this.fixture.unreadCount(user)).isOne();
	}

	/** Tries everything that waits for its recipient, category or post once more. */
	private void retryDeferred() {
		retry("deferred_news", "nextAt", this.deferredNewsLoop);
		retry("early_votes", "dueAt", this.earlyVoteLoop);
		soon().until(() -> this.mongo.getCollection("fan_out_rounds").countDocuments() == 0);
	}

	private void retry(String collection, String due, ClusterLoop loop) {
		this.mongo.updateMulti(new Query(), Update.update(due, Instant.EPOCH), collection);
		loop.signal();
		soon().until(() -> !this.mongo.exists(new Query(Criteria.where(due).is(Instant.EPOCH)), collection));
	}

}
