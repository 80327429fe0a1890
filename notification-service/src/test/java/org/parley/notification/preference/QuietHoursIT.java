package org.parley.notification.preference;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.platform.mongo.cluster.ClusterLoop;
import org.parley.platform.test.clock.MovableClock;
import org.parley.platform.test.event.PublishedEvents;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

@NotificationTest
class QuietHoursIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private MovableClock clock;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	@Qualifier("mailLoop")
	private ClusterLoop mailLoop;

	@AfterEach
	void reset() {
		this.clock.reset();
	}

	@Test
	void notificationIsListedButNeitherAnnouncedNorMailedBeforeTheEnd() {
		var announced = new PublishedEvents(this.broker, this.rabbit, "notification.events", "notification.created");
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		assertThat(choose(alice, ServiceFixture.quietAround(this.clock.instant())).status()).isEqualTo(200);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		assertThat(choose(alice, null).status()).isEqualTo(200);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().untilAsserted(() -> assertThat(announced.of(alice.id()))
			.extracting((event) -> event.at("/data/notification/count").asInt())
			.containsExactly(2));
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
		pass(Duration.ofHours(3));
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
	}

	@Test
	void notificationThatIsReadBeforeTheEndIsNotMailed() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		choose(alice, ServiceFixture.quietAround(this.clock.instant()));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.call(alice, "PUT", "/notifications/read-all", null);
		assertDropped(alice);
	}

	@Test
	void mailThatIsNotWantedAnyMoreAtTheEndIsNotSent() {
		var alice = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		choose(alice, ServiceFixture.quietAround(this.clock.instant()));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		var none = Map.of("kind", "reply", "inApp", true, "live", true, "mail", "none");
		this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of("kinds", List.of(none)));
		assertDropped(alice);
	}

	@Test
	void quietHoursAreStoredAndRemoved() {
		var alice = this.fixture.member();
		assertThat(quietHours(alice)).isEqualTo("null");
		choose(alice, Map.of("from", "22:00", "to", "07:30"));
		assertThat(quietHours(alice)).isEqualTo("{\"from\":\"22:00\",\"to\":\"07:30\"}");
		choose(alice, null);
		assertThat(quietHours(alice)).isEqualTo("null");
	}

	@Test
	void invalidQuietHoursAreRefused() {
		var alice = this.fixture.member();
		var empty = choose(alice, Map.of("from", "22:00", "to", "22:00")).body();
		assertThat(empty.at("/errors/0/code").asString()).isEqualTo("preferences.no-quiet-hours");
		assertThat(empty.at("/errors/0/field").asString()).isEqualTo("quietHours.to");
		assertThat(quietHours(alice)).isEqualTo("null");
	}

	private void assertDropped(TestUser user) {
		var admin = this.fixture.member("user", "moderator", "admin");
		pass(Duration.ofHours(3));
		soon().until(() -> this.fixture.get(admin, "/admin/notification-service/mails?state=dropped&limit=100")
			.data()
			.valueStream()
			.anyMatch((mail) -> mail.path("userId").asString().equals(user.id())));
		assertThat(this.mailServer.receivedBy(user.address())).isEmpty();
	}

	private String quietHours(TestUser user) {
		return this.fixture.get(user, "/users/me/preferences").data().path("quietHours").toString();
	}

	private ServiceFixture.Response choose(TestUser user, @Nullable Object quietHours) {
		var reply = Map.of("kind", "reply", "inApp", true, "live", true, "mail", "now");
		var body = (quietHours != null) ? Map.of("kinds", List.of(reply), "quietHours", quietHours)
				: Map.of("kinds", List.of(reply));
		return this.fixture.call(user, "PUT", "/users/me/preferences", body);
	}

	private void pass(Duration time) {
		this.clock.move(time);
		this.mailLoop.signal();
	}

}
