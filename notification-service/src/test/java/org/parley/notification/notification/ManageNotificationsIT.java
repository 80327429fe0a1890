package org.parley.notification.notification;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.database.SentCommands;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.JsonNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

/** Reading, deleting and restoring notifications, and the published events. */
@NotificationTest
class ManageNotificationsIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private CleanUpNotifications cleanUpNotifications;

	@Autowired
	private MovableClock clock;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private SentCommands sent;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void listIsUnreadFirstThenNewestWithoutRepetition() {
		var alice = this.fixture.member();
		notify(alice, 7);
		var ids = this.fixture.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		assertThat(ids).hasSize(7).isSortedAccordingTo((a, b) -> b.compareTo(a));
		read(alice, ids.get(1));
		read(alice, ids.get(4));
		var expected = List.of(ids.get(0), ids.get(2), ids.get(3), ids.get(5), ids.get(6), ids.get(1), ids.get(4));
		for (int limit : new int[] { 1, 2, 3, 5, 7 }) {
			assertThat(pageIds(alice, limit, "next")).as("pages of %d", limit).isEqualTo(expected);
		}
		assertThat(this.fixture.get(alice, "/notifications?unread=true").data().size()).isEqualTo(5);
		assertThat(this.fixture.get(alice, "/notifications?kind=mention").data().size()).isZero();
		assertThat(this.fixture.get(alice, "/notifications?kind=summary&unread=true").data().size()).isEqualTo(5);
		assertThat(this.fixture.unreadCount(alice)).isEqualTo(5);
	}

	@Test
	void notificationsThatAreReadMeanwhileKeepTheirPlace() {
		var alice = this.fixture.member();
		notify(alice, 7);
		read(alice, id(this.fixture.notifications(alice).getFirst()));
		var all = this.fixture.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		this.clock.move(Duration.ofSeconds(1));
		var first = this.fixture.get(alice, "/notifications?limit=3");
		this.clock.move(Duration.ofSeconds(1));
		Stream.of(0, 1, 2, 4).forEach((position) -> read(alice, all.get(position)));
		var second = this.fixture.get(alice, "/notifications?limit=3&cursor=" + cursor(first.body(), "next"));
		var third = this.fixture.get(alice, "/notifications?limit=3&cursor=" + cursor(second.body(), "next"));
		var back = this.fixture.get(alice, "/notifications?limit=3&cursor=" + cursor(second.body(), "prev"));
		assertThat(Stream.of(first, second, third)
			.flatMap((page) -> page.data().valueStream())
			.map(ManageNotificationsIT::id)).containsExactlyElementsOf(all);
		assertThat(back.data().valueStream().map(ManageNotificationsIT::id))
			.containsExactlyElementsOf(all.subList(0, 3));
	}

	/**
	 * One transaction could not change all of somebody who comes back late in its time.
	 */
	@Test
	void veryManyAreMarkedAsReadInPages() {
		var alice = this.fixture.member();
		notify(alice, 1);
		var own = new Query(Criteria.where("userId").is(alice.id()));
		var first = Objects.requireNonNull(this.mongo.findOne(own, Document.class, "notifications"));
		first.remove("openFor");
		this.mongo.insert(
				IntStream.range(0, 2_000).mapToObj((_) -> new Document(first).append("_id", Ids.next())).toList(),
				"notifications");
		var updates = this.sent
			.during(() -> assertThat(this.fixture.call(alice, "PUT", "/notifications/read-all", null).status())
				.isEqualTo(204))
			.stream()
			.filter((command) -> command.getFirstKey().equals("update")
					&& command.getString("update").getValue().equals("notifications"))
			.map((command) -> List.of(command.getDocument("lsid"), command.getInt64("txnNumber")))
			.toList();
		assertThat(updates).hasSize(2).doesNotHaveDuplicates();
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	@Test
	void previousCursorReturnsPreviousPage() {
		var alice = this.fixture.member();
		notify(alice, 5);
		read(alice, id(this.fixture.notifications(alice).getFirst()));
		var all = this.fixture.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		var end = this.fixture.get(alice, "/notifications?limit=4");
		var second = this.fixture.get(alice, "/notifications?limit=4&cursor=" + cursor(end.body(), "next"));
		assertThat(second.data().size()).isOne();
		var back = this.fixture.get(alice, "/notifications?limit=2&cursor=" + cursor(second.body(), "prev"));
		assertThat(back.data().valueStream().map(ManageNotificationsIT::id).toList()).isEqualTo(all.subList(2, 4));
	}

	@Test
	void readAllMarksAllAsRead() {
		var alice = this.fixture.member();
		notify(alice, 3);
		assertThat(this.fixture.call(alice, "PUT", "/notifications/read-all", null).status()).isEqualTo(204);
		assertThat(this.fixture.unreadCount(alice)).isZero();
		assertThat(this.fixture.notifications(alice)).hasSize(3)
			.allMatch((notification) -> notification.path("read").asBoolean());
	}

	@Test
	void deletedNotificationIsRestorableForOneMinute() {
		var alice = this.fixture.member();
		notify(alice, 2);
		var ids = this.fixture.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		ids.forEach((id) -> assertThat(this.fixture.call(alice, "DELETE", "/notifications/" + id, null).status())
			.isEqualTo(204));
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.fixture.unreadCount(alice)).isZero();
		assertThat(this.fixture.call(alice, "POST", "/notifications/" + ids.getFirst() + "/restore", null).status())
			.isEqualTo(200);
		assertThat(this.fixture.unreadCount(alice)).isOne();
		this.clock.move(Duration.ofSeconds(61));
		assertThat(this.fixture.call(alice, "POST", "/notifications/" + ids.getLast() + "/restore", null).code())
			.isEqualTo("notification.not-found");
	}

	@Test
	void restoredNotificationTakesMoreNews() {
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var path = "/notifications/" + id(this.fixture.notifications(alice).getFirst());
		this.fixture.call(alice, "DELETE", path, null);
		this.fixture.call(alice, "POST", path + "/restore", null);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((group) -> assertThat(group.path("count").asInt()).isEqualTo(2)));
		this.fixture.call(alice, "DELETE", path, null);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 4), "Three.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(this.fixture.call(alice, "POST", path + "/restore", null).status()).isEqualTo(200);
		assertThat(this.fixture.unreadCount(alice)).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/read", "DELETE,''", "POST,/restore" })
	void notificationOfOtherUserIsNotFound(String method, String action) {
		var alice = this.fixture.member();
		notify(alice, 1);
		var id = id(this.fixture.notifications(alice).getFirst());
		var mallory = this.fixture.member("user", "moderator", "admin");
		assertThat(this.fixture.call(mallory, method, "/notifications/" + id + action, null).code())
			.isEqualTo("notification.not-found");
		assertThat(this.fixture.call(null, method, "/notifications/" + id + action, null).status()).isEqualTo(401);
		assertThat(this.fixture.call(alice, method, "/notifications/%00" + action, null).status()).isBetween(400, 404);
		assertThat(this.fixture.unreadCount(alice)).isOne();
	}

	@Test
	void oldNotificationsAreCleanedUp() {
		var alice = this.fixture.member();
		notify(alice, 2);
		read(alice, id(this.fixture.notifications(alice).getFirst()));
		this.clock.move(Duration.ofDays(29));
		this.cleanUpNotifications.run();
		assertThat(this.fixture.notifications(alice)).hasSize(2);
		this.clock.move(Duration.ofDays(2));
		assertThat(this.cleanUpNotifications.run()).isNotEmpty();
		assertThat(this.fixture.notifications(alice)).hasSize(1);
		this.clock.move(Duration.ofDays(150));
		this.cleanUpNotifications.run();
		assertThat(this.fixture.notifications(alice)).isEmpty();
	}

	@Test
	void publishedEventsFollowContract() {
		var published = new PublishedEvents(this.broker, this.rabbit, "notification.events", "#");
		var alice = this.fixture.member();
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.fixture.notifications(alice).getFirst().path("count").asInt() == 2);
		read(alice, id(this.fixture.notifications(alice).getFirst()));
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		soon().untilAsserted(() -> assertThat(published.of(alice.id()))
			.extracting((event) -> event.path("type").asString() + " " + event.at("/data/unread").asInt())
			.containsExactly("notification.created 1", "notification.created 1", "notification.read 0",
					"notification.read 0"));
		var events = published.of(alice.id());
		assertThat(events.get(1).at("/data/notification/count").asInt()).isEqualTo(2);
		assertThat(events.get(0).at("/data/version").asInt()).isLessThan(events.get(1).at("/data/version").asInt());
	}

	private void notify(TestUser user, int times) {
		var thread = this.fixture.thread(user, this.fixture.category("anyone"));
		IntStream.range(0, times).forEach((_) -> this.fixture.publishSummary(thread, user));
		soon().until(() -> this.fixture.unreadCount(user) == times);
	}

	private void read(TestUser user, String id) {
		assertThat(
				this.fixture.call(user, "PUT", "/notifications/" + id + "/read", null).data().path("read").asBoolean())
			.isTrue();
	}

	private List<String> pageIds(TestUser user, int limit, String direction) {
		var ids = new ArrayList<String>();
		var page = this.fixture.get(user, "/notifications?limit=" + limit);
		page.data().forEach((notification) -> ids.add(id(notification)));
		for (var next = cursor(page.body(), direction); !next.isEmpty(); next = cursor(page.body(), direction)) {
			page = this.fixture.get(user, "/notifications?limit=" + limit + "&cursor=" + next);
			page.data().forEach((notification) -> ids.add(id(notification)));
		}
		return ids;
	}

	private static String cursor(JsonNode body, String direction) {
		return body.at("/meta/pagination/" + direction).asString("");
	}

	private static String id(JsonNode notification) {
		return notification.path("id").asString();
	}

}
