package org.parley.notification.notification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.notification.House;
import org.parley.notification.House.Somebody;
import org.parley.notification.NotificationTest;
import org.parley.notification.TestConditions.MovableClock;
import org.parley.platform.test.EventContract;
import org.parley.platform.web.Ids;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.TopicExchange;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What people do with what they are told, and what others hear of it. */
@NotificationTest
class ManageNotificationsIT {

	@Autowired
	private House house;

	@Autowired
	private CleanUpNotifications cleanUpNotifications;

	@Autowired
	private MovableClock clock;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void theUnreadComeFirstThenTheNewestAndNoneTwice() {
		var alice = this.house.member();
		tell(alice, 7);
		var ids = this.house.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		assertThat(ids).hasSize(7).isSortedAccordingTo((a, b) -> b.compareTo(a));
		read(alice, ids.get(1));
		read(alice, ids.get(4));
		var expected = List.of(ids.get(0), ids.get(2), ids.get(3), ids.get(5), ids.get(6), ids.get(1), ids.get(4));
		for (int limit : new int[] { 1, 2, 3, 5, 7 }) {
			assertThat(walk(alice, limit, "next")).as("pages of %d", limit).isEqualTo(expected);
		}
		assertThat(this.house.get(alice, "/notifications?unread=true").data().size()).isEqualTo(5);
		assertThat(this.house.get(alice, "/notifications?kind=mention").data().size()).isZero();
		assertThat(this.house.get(alice, "/notifications?kind=summary&unread=true").data().size()).isEqualTo(5);
		assertThat(this.house.unread(alice)).isEqualTo(5);
	}

	@Test
	void aWalkGoesBackTheWayItCame() {
		var alice = this.house.member();
		tell(alice, 5);
		read(alice, id(this.house.notifications(alice).getFirst()));
		var all = this.house.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		var end = this.house.get(alice, "/notifications?limit=4");
		var second = this.house.get(alice, "/notifications?limit=4&cursor=" + cursor(end.body(), "next"));
		assertThat(second.data().size()).isOne();
		var back = this.house.get(alice, "/notifications?limit=2&cursor=" + cursor(second.body(), "prev"));
		assertThat(back.data().valueStream().map(ManageNotificationsIT::id).toList()).isEqualTo(all.subList(2, 4));
	}

	@Test
	void allAreReadAtOnce() {
		var alice = this.house.member();
		tell(alice, 3);
		assertThat(this.house.call(alice, "PUT", "/notifications/read-all", null).status()).isEqualTo(204);
		assertThat(this.house.unread(alice)).isZero();
		assertThat(this.house.notifications(alice)).hasSize(3).allMatch((told) -> told.path("read").asBoolean());
	}

	@Test
	void whatIsDeletedIsBackWithinAMinuteAndNotLater() {
		var alice = this.house.member();
		tell(alice, 2);
		var ids = this.house.notifications(alice).stream().map(ManageNotificationsIT::id).toList();
		ids.forEach((id) -> assertThat(this.house.call(alice, "DELETE", "/notifications/" + id, null).status())
			.isEqualTo(204));
		assertThat(this.house.notifications(alice)).isEmpty();
		assertThat(this.house.unread(alice)).isZero();
		assertThat(this.house.call(alice, "POST", "/notifications/" + ids.getFirst() + "/restore", null).status())
			.isEqualTo(200);
		assertThat(this.house.unread(alice)).isOne();
		this.clock.move(Duration.ofSeconds(61));
		assertThat(this.house.call(alice, "POST", "/notifications/" + ids.getLast() + "/restore", null).code())
			.isEqualTo("notification.not-found");
	}

	@ParameterizedTest
	@CsvSource({ "PUT,/read", "DELETE,''", "POST,/restore" })
	void nobodyTouchesWhatOthersAreTold(String method, String action) {
		var alice = this.house.member();
		tell(alice, 1);
		var id = id(this.house.notifications(alice).getFirst());
		var mallory = this.house.member("user", "moderator", "admin");
		assertThat(this.house.call(mallory, method, "/notifications/" + id + action, null).code())
			.isEqualTo("notification.not-found");
		assertThat(this.house.call(null, method, "/notifications/" + id + action, null).status()).isEqualTo(401);
		assertThat(this.house.call(alice, method, "/notifications/%00" + action, null).status()).isBetween(400, 404);
		assertThat(this.house.unread(alice)).isOne();
	}

	@Test
	void whatWasReadAMonthAgoOrToldHalfAYearAgoIsCleanedUp() {
		var alice = this.house.member();
		tell(alice, 2);
		read(alice, id(this.house.notifications(alice).getFirst()));
		this.clock.move(Duration.ofDays(29));
		this.cleanUpNotifications.run();
		assertThat(this.house.notifications(alice)).hasSize(2);
		this.clock.move(Duration.ofDays(2));
		assertThat(this.cleanUpNotifications.run()).isNotEmpty();
		assertThat(this.house.notifications(alice)).hasSize(1);
		this.clock.move(Duration.ofDays(150));
		this.cleanUpNotifications.run();
		assertThat(this.house.notifications(alice)).isEmpty();
	}

	@Test
	void whatHappensIsPublishedAndKeepsItsContract() {
		var queue = Objects.requireNonNull(this.broker.declareQueue());
		this.broker.declareBinding(BindingBuilder.bind(queue).to(new TopicExchange("notification.events")).with("#"));
		var alice = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Two.");
		soon().until(() -> this.house.notifications(alice).getFirst().path("count").asInt() == 2);
		read(alice, id(this.house.notifications(alice).getFirst()));
		this.house.call(alice, "PUT", "/notifications/read-all", null);
		var heard = new ArrayList<JsonNode>();
		soon().untilAsserted(() -> {
			hear(queue.getName(), alice, heard);
			assertThat(heard)
				.extracting((event) -> event.path("type").asString() + " " + event.at("/data/unread").asInt())
				.containsExactly("notification.created 1", "notification.created 1", "notification.read 0",
						"notification.read 0");
		});
		assertThat(heard.get(1).at("/data/notification/count").asInt()).isEqualTo(2);
		assertThat(heard.get(0).at("/data/version").asInt()).isLessThan(heard.get(1).at("/data/version").asInt());
	}

	private void hear(String queue, Somebody somebody, List<JsonNode> heard) {
		for (var message = this.rabbit.receive(queue); message != null; message = this.rabbit.receive(queue)) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			assertThat(EventContract.violations(event)).as(event).isEmpty();
			var read = JsonMapper.shared().readTree(event);
			if (read.path("partitionkey").asString().equals(somebody.id())) {
				heard.add(read);
			}
		}
	}

	private void tell(Somebody somebody, int times) {
		var topic = this.house.topic(somebody, this.house.category("anyone"));
		IntStream.range(0, times)
			.forEach((_) -> this.house.tell("summary.completed",
					Map.of("summaryId", Ids.next(), "threadId", topic.id(), "thread", topic.reference(), "askers",
							List.of(somebody.id()), "engine", "extractive", "coveredThrough", 4)));
		soon().until(() -> this.house.unread(somebody) == times);
	}

	private void read(Somebody somebody, String id) {
		assertThat(this.house.call(somebody, "PUT", "/notifications/" + id + "/read", null)
			.data()
			.path("read")
			.asBoolean()).isTrue();
	}

	private List<String> walk(Somebody somebody, int limit, String direction) {
		var ids = new ArrayList<String>();
		var page = this.house.get(somebody, "/notifications?limit=" + limit);
		page.data().forEach((told) -> ids.add(id(told)));
		for (var next = cursor(page.body(), direction); !next.isEmpty(); next = cursor(page.body(), direction)) {
			page = this.house.get(somebody, "/notifications?limit=" + limit + "&cursor=" + next);
			page.data().forEach((told) -> ids.add(id(told)));
		}
		return ids;
	}

	private static String cursor(JsonNode body, String direction) {
		return body.at("/meta/pagination/" + direction).asString("");
	}

	private static String id(JsonNode told) {
		return told.path("id").asString();
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
