package org.parley.notification.preference;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture.TestUser;
import org.parley.notification.ServiceFixture;
import org.parley.notification.TestMailServer;
import org.parley.platform.domain.Ids;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

@NotificationTest
class PreferenceIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private TestMailServer mailServer;

	@Autowired
	private SetPreferences setPreferences;

	@Autowired
	private UserPreferences userPreferences;

	@Autowired
	private MongoOperations mongo;

	@Test
	void userWithoutChoicesHasDefaults() {
		var kinds = this.fixture.get(this.fixture.member(), "/users/me/preferences").data().path("kinds");
		assertThat(kinds).hasSize(NotificationKind.values().length);
		assertThat(kinds.get(0).toString())
			.isEqualTo("{\"kind\":\"reply\",\"inApp\":true,\"live\":true,\"mail\":\"now\",\"push\":true}");
	}

	@Test
	void turnedOffMailIsNotSent() {
		var alice = this.fixture.member();
		assertThat(choose(alice, line("reply", true, true, "none")).status()).isEqualTo(200);
		var bob = this.fixture.member();
		var thread = this.fixture.thread(alice, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(bob, thread, 2), "One.");
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		this.fixture.publishPost(this.fixture.post(alice, this.fixture.thread(bob, thread.category()), 2),
				"For the other.");
		soon().until(() -> this.mailServer.receivedBy(bob.address()).size() == 1);
		assertThat(this.mailServer.receivedBy(alice.address())).isEmpty();
	}

	@Test
	void mailOnlyChoiceKeepsListEmpty() {
		var alice = this.fixture.member();
		choose(alice, line("reply", false, false, "now"));
		var thread = this.fixture.publishReply(alice);
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 2);
		assertThat(this.fixture.notifications(alice)).isEmpty();
		assertThat(this.fixture.unreadCount(alice)).isZero();
	}

	/** An unread group does not keep the choice of its first news. */
	@Test
	void changedChoiceCountsForTheNextNews() {
		var alice = this.fixture.member();
		choose(alice, line("reply", true, true, "none"));
		var thread = this.fixture.publishReply(alice);
		soon().until(() -> this.fixture.unreadCount(alice) == 1);
		choose(alice, line("reply", false, false, "now"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 3), "Two.");
		soon().until(() -> this.mailServer.receivedBy(alice.address()).size() == 1);
		assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("count").asInt()).isOne());
		choose(alice, line("reply", true, false, "none"));
		this.fixture.publishPost(this.fixture.post(this.fixture.member(), thread, 4), "Three.");
		soon().until(() -> this.fixture.notifications(alice).getFirst().path("count").asInt() == 2);
		assertThat(this.mongo.exists(new Query(Criteria.where("userId").is(alice.id()).and("live").is(true)),
				"notifications"))
			.isFalse();
	}

	@Test
	void invalidPreferencesAreRejected() {
		var alice = this.fixture.member();
		var good = line("reply", true, true, "now");
		assertThat(choose(alice, good, good).status()).isEqualTo(400);
		assertThat(choose(alice, line("everything", true, true, "now")).status()).isEqualTo(400);
		assertThat(this.fixture.call(alice, "PUT", "/users/me/preferences", Map.of()).status()).isEqualTo(400);
		assertThat(this.fixture.call(null, "PUT", "/users/me/preferences", Map.of()).status()).isEqualTo(401);
		assertThat(this.fixture.get(null, "/users/me/preferences").status()).isEqualTo(401);
	}

	@Test
	void concurrentUnsubscribesAreAllStored() {
		var kinds = List.of(NotificationKind.REPLY, NotificationKind.QUOTE, NotificationKind.MENTION,
				NotificationKind.VOTE, NotificationKind.REPORT, NotificationKind.SUMMARY, NotificationKind.ROLE);
		for (var person : Stream.generate(Ids::next).limit(10).toList()) {
			try (var requests = Executors.newVirtualThreadPerTaskExecutor()) {
				kinds.forEach((kind) -> requests.execute(() -> this.setPreferences.unsubscribe(person, kind)));
			}
			assertThat(this.userPreferences.get(person).choices()).containsOnlyKeys(kinds);
		}
	}

	private ServiceFixture.Response choose(TestUser user, Object... lines) {
		return this.fixture.call(user, "PUT", "/users/me/preferences", Map.of("kinds", List.of(lines)));
	}

	private static Map<String, Object> line(String kind, boolean inApp, boolean live, String mail) {
		return Map.of("kind", kind, "inApp", inApp, "live", live, "mail", mail);
	}

}
