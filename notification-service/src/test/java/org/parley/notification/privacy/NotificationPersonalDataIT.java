package org.parley.notification.privacy;

import java.util.List;
import java.util.Map;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.NotificationTest;
import org.parley.notification.ServiceFixture;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.PersonalDataKit;
import org.parley.platform.test.database.StoredTexts;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

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
	void erasureRemovesTitleOfRemovedThreads() {
		var alice = this.fixture.member();
		var bob = this.fixture.member();
		var category = this.fixture.category("anyone");
		var removed = new ServiceFixture.TestThread(Ids.next(), category, "Zxtitle of a thread", alice);
		var kept = new ServiceFixture.TestThread(Ids.next(), category, "Zxother of a thread", alice);
		for (var thread : List.of(removed, kept)) {
			this.fixture.publishThread(thread, "A text for @" + bob.username(), List.of("zxtag"));
		}
		soon().until(() -> this.fixture.unreadCount(bob) == 2);
		this.fixture.publishThreadChange("thread.removed", removed, category, "removed", 1);
		this.fixture.publishThreadChange("thread.edited", kept, category, "open", 1);
		soon().untilAsserted(
				() -> assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxtitle")).contains("posts", "threads")
					.doesNotContain("notifications"));
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxother"))
			.contains("posts", "threads"));
		soon().untilAsserted(() -> assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxtitle"))
			.doesNotContain("fan_out_rounds"));
		assertThat(kit().erase(alice.id())).containsEntry("removed-threads", 1L);
		assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxtitle")).isEmpty();
		assertThat(StoredTexts.collectionsContaining(this.mongo, "Zxother")).contains("posts", "threads");
		assertThat(this.mongo.count(new Query(Criteria.where("threadId").is(removed.id()).and("tags").is("zxtag")),
				"posts"))
			.isZero();
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
