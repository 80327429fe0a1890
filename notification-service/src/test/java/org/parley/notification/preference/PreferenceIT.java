package org.parley.notification.preference;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.House.Somebody;
import org.parley.notification.NotificationTest;
import org.parley.notification.Postbox;
import org.parley.platform.web.Ids;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/** What people choose is what they get. */
@NotificationTest
class PreferenceIT {

	@Autowired
	private House house;

	@Autowired
	private Postbox postbox;

	@Autowired
	private SetPreferences setPreferences;

	@Test
	void whoHasChosenNothingIsToldAsUsual() {
		var kinds = this.house.get(this.house.member(), "/users/me/preferences").data().path("kinds");
		assertThat(kinds).hasSize(NotificationKind.values().length);
		assertThat(kinds.get(0).toString())
			.isEqualTo("{\"kind\":\"reply\",\"inApp\":true,\"live\":true,\"mail\":\"now\"}");
	}

	@Test
	void mailCanBeSwitchedOff() {
		var alice = this.house.member();
		assertThat(choose(alice, line("reply", true, true, "none")).status()).isEqualTo(200);
		var bob = this.house.member();
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(bob, topic, 2), "One.");
		soon().until(() -> this.house.unread(alice) == 1);
		this.house.posts(this.house.reply(alice, this.house.topic(bob, topic.category()), 2), "For the other.");
		soon().until(() -> this.postbox.to(bob.address()).size() == 1);
		assertThat(this.postbox.to(alice.address())).isEmpty();
	}

	@Test
	void whoWantsMailOnlyFindsNothingInTheirList() {
		var alice = this.house.member();
		choose(alice, line("reply", false, false, "now"));
		var topic = this.house.topic(alice, this.house.category("anyone"));
		this.house.posts(this.house.reply(this.house.member(), topic, 2), "One.");
		this.house.posts(this.house.reply(this.house.member(), topic, 3), "Two.");
		soon().until(() -> this.postbox.to(alice.address()).size() == 2);
		assertThat(this.house.notifications(alice)).isEmpty();
		assertThat(this.house.unread(alice)).isZero();
	}

	@Test
	void whatIsNotUnderstoodIsRefused() {
		var alice = this.house.member();
		var good = line("reply", true, true, "now");
		assertThat(choose(alice, good, good).status()).isEqualTo(400);
		assertThat(choose(alice, line("everything", true, true, "now")).status()).isEqualTo(400);
		assertThat(choose(alice, line("reply", true, true, "yearly")).status()).isEqualTo(400);
		assertThat(choose(alice, Map.of("kind", "reply")).status()).isEqualTo(400);
		assertThat(this.house.call(alice, "PUT", "/users/me/preferences", Map.of()).status()).isEqualTo(400);
		assertThat(this.house.call(null, "PUT", "/users/me/preferences", Map.of()).status()).isEqualTo(401);
		assertThat(this.house.get(null, "/users/me/preferences").status()).isEqualTo(401);
	}

	@Test
	void ofClicksAtTheSameTimeNoneIsLost() {
		var kinds = List.of(NotificationKind.REPLY, NotificationKind.QUOTE, NotificationKind.MENTION,
				NotificationKind.VOTE, NotificationKind.REPORT, NotificationKind.SUMMARY, NotificationKind.ROLE);
		for (var person : Stream.generate(Ids::next).limit(10).toList()) {
			try (var clicks = Executors.newVirtualThreadPerTaskExecutor()) {
				kinds.forEach((kind) -> clicks.execute(() -> this.setPreferences.unsubscribe(person, kind)));
			}
			assertThat(this.setPreferences.of(person).choices()).containsOnlyKeys(kinds);
		}
	}

	private House.Answer choose(Somebody somebody, Object... lines) {
		return this.house.call(somebody, "PUT", "/users/me/preferences", Map.of("kinds", List.of(lines)));
	}

	private static Map<String, Object> line(String kind, boolean inApp, boolean live, String mail) {
		return Map.of("kind", kind, "inApp", inApp, "live", live, "mail", mail);
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

}
