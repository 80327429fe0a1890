package org.parley.notification.privacy;

import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.notification.ServiceFixture.soon;

@NotificationTest
class NotificationPersonalDataIT {

	@Autowired
	private ServiceFixture fixture;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void exportContainsPersonalData() {
		var alice = this.fixture.member();
		publishReply(alice, this.fixture.member());
		var copy = kit().export(alice.id());
		assertThat(copy).containsKeys("person", "contact", "notifications");
		assertThat(copy.get("contact")).singleElement()
			.satisfies(
					(notification) -> assertThat(notification.path("address").asString()).isEqualTo(alice.address()));
		assertThat(copy.get("notifications")).singleElement()
			.satisfies((notification) -> assertThat(notification.path("kind").asString()).isEqualTo("REPLY"));
	}

	@Test
	void erasureRemovesDataAndRenamesActor() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		publishReply(alice, bob);
		publishReply(bob, alice);
		var counts = kit().erase(bob.id());
		assertThat(counts).containsEntry("contact", 1L)
			.containsEntry("person", 1L)
			.containsEntry("notifications", 1L)
			.containsEntry("named-in-notifications", 1L);
		assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((notification) -> assertThat(notification.path("title").asString())
				.isEqualTo("deleted user replied in “Which tomatoes for a balcony?”"));
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, bob.username())).isEmpty());
		assertThat(this.fixture.notifications(bob)).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, alice.username())).isNotEmpty();
	}

	@Test
	void erasureRemovesUsernameFromLinks() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		this.fixture.publish("follow.started",
				Map.of("follower", bob.person(), "followee", alice.person(), "version", 1));
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((follow) -> assertThat(follow.path("link").asString()).isEqualTo("/people/" + bob.username())));
		assertThat(kit().erase(bob.id())).containsEntry("linked-in-notifications", 1L);
		assertThat(this.fixture.notifications(alice)).singleElement()
			.satisfies((follow) -> assertThat(follow.path("link").asString()).isEqualTo("/notifications"));
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, bob.username())).isEmpty());
	}

	@Test
	void lateEventsAfterErasureAreIgnored() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		kit().erase(bob.id());
		this.fixture.publishRegistration(bob);
		this.fixture.publishContact(bob, true, "en", "UTC", 99);
		publishReply(alice, bob);
		assertThat(this.fixture.notifications(alice).getFirst().at("/actors/0/username").asString())
			.isEqualTo("deleted");
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, bob.username())).isEmpty());
	}

	@Test
	void accountDeletionIsMailedToOwner() {
		var alice = this.fixture.member();
		this.fixture.publish("security.alert",
				Map.of("user", alice.person(), "kind", "account-deleting", "address",
						this.fixture.seal(alice.address()), "locale", "en", "at", "2026-11-20T09:18:00Z", "until",
						"2226-12-04T09:18:00Z"));
		soon().untilAsserted(() -> assertThat(this.mongo.findAll(Document.class, "mails")
			.stream()
			.filter((mail) -> mail.getString("userId").equals(alice.id()))).singleElement()
			.satisfies((mail) -> assertThat(mail.getString("template")).isEqualTo("ACCOUNT_DELETING")));
	}

	private void publishReply(ServiceFixture.TestUser owner, ServiceFixture.TestUser by) {
		var thread = this.fixture.thread(owner, this.fixture.category("anyone"));
		this.fixture.publishPost(this.fixture.post(by, thread, 2), "Try Stupice.");
		soon().untilAsserted(() -> assertThat(this.fixture.notifications(owner)).hasSize(1));
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "notification.events", "notifications");
	}

}
