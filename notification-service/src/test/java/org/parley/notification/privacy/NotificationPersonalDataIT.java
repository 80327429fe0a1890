package org.parley.notification.privacy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.notification.House;
import org.parley.notification.NotificationTest;
import org.parley.platform.test.PersonalDataKit;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

import static org.assertj.core.api.Assertions.assertThat;

@NotificationTest
class NotificationPersonalDataIT {

	@Autowired
	private House house;

	@Autowired
	private MongoOperations mongo;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Test
	void peopleAreToldWhatIsKeptOfThem() {
		var alice = this.house.member();
		answered(alice, this.house.member());
		var copy = kit().export(alice.id());
		assertThat(copy).containsKeys("person", "contact", "notifications");
		assertThat(copy.get("contact")).singleElement()
			.satisfies((told) -> assertThat(told.path("address").asString()).isEqualTo(alice.address()));
		assertThat(copy.get("notifications")).singleElement()
			.satisfies((told) -> assertThat(told.path("kind").asString()).isEqualTo("REPLY"));
	}

	@Test
	void whoGoesIsForgottenAndLosesTheirNameInWhatOthersWereTold() {
		var alice = this.house.member();
		var bob = this.house.member();
		answered(alice, bob);
		answered(bob, alice);
		var counts = kit().erase(bob.id());
		assertThat(counts).containsEntry("contact", 1L)
			.containsEntry("person", 1L)
			.containsEntry("notifications", 1L)
			.containsEntry("named-in-notifications", 1L);
		assertThat(this.house.notifications(alice)).singleElement()
			.satisfies((told) -> assertThat(told.path("title").asString())
				.isEqualTo("deleted user has replied in “Which tomatoes for a balcony?”"));
		soon().untilAsserted(() -> assertThat(found(bob.username())).isEmpty());
		assertThat(this.house.notifications(bob)).isEmpty();
		assertThat(found(alice.username())).isNotEmpty();
	}

	@Test
	void whatComesLateDoesNotBringThemBack() {
		var alice = this.house.member();
		var bob = this.house.member();
		kit().erase(bob.id());
		this.house.registers(bob);
		this.house.contact(bob, true, "en", "UTC", 99);
		answered(alice, bob);
		assertThat(this.house.notifications(alice).getFirst().at("/actors/0/username").asString()).isEqualTo("deleted");
		soon().untilAsserted(() -> assertThat(found(bob.username())).isEmpty());
	}

	@Test
	void theOwnerIsToldOfTheWayBack() {
		var alice = this.house.member();
		this.house.tell("security.alert",
				Map.of("user", alice.person(), "kind", "account-deleting", "address",
						this.house.sealed(alice.address()), "locale", "en", "at", "2026-11-20T09:18:00Z", "until",
						"2226-12-04T09:18:00Z"));
		soon().untilAsserted(() -> assertThat(this.mongo.findAll(Document.class, "mails")
			.stream()
			.filter((mail) -> mail.getString("userId").equals(alice.id()))).singleElement()
			.satisfies((mail) -> assertThat(mail.getString("template")).isEqualTo("ACCOUNT_DELETING")));
	}

	private void answered(House.Somebody owner, House.Somebody by) {
		var topic = this.house.topic(owner, this.house.category("anyone"));
		this.house.posts(this.house.reply(by, topic, 2), "Try Stupice.");
		soon().untilAsserted(() -> assertThat(this.house.notifications(owner)).hasSize(1));
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(50));
	}

	private PersonalDataKit kit() {
		return new PersonalDataKit(this.rabbit, this.broker, "notification.events", "notifications");
	}

	/** The collections that hold a text. */
	private List<String> found(String text) {
		return this.mongo.getCollectionNames()
			.stream()
			.filter((name) -> this.mongo.findAll(Document.class, name)
				.stream()
				.anyMatch((document) -> document.toString().contains(text)))
			.toList();
	}

}
