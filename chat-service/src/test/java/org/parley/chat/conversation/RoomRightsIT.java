package org.parley.chat.conversation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.chat.ChatIT;
import org.parley.platform.domain.Ids;
import org.parley.platform.messaging.catalogue.Topology;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.event.PublishedEvents;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * People in a room try everything that changes it, after its creator's role or membership
 * has changed.
 */
class RoomRightsIT extends ChatIT {

	private static final String[] ADMIN = { "moderator", "admin" };

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@ParameterizedTest
	@CsvSource({
			// what the creator gets for edit, invite, remove and delete
			"stays, 200 204 204 204", "leaves, 404 404 404 404", "is demoted, 403 403 403 403",
			"is demoted and leaves, 404 404 404 404", "leaves and returns, 200 204 204 204" })
	void rightsOfCreatorComeFromTheirPresentRole(String change, String expected) {
		var creator = aPerson(ADMIN);
		var room = aRoom(creator);
		var present = change.contains("demoted") ? demoted(creator) : creator;
		if (change.contains("leaves")) {
			leave(present, room);
		}
		if (change.contains("returns")) {
			join(present, room);
		}
		assertThat(attempts(present, room)).isEqualTo(expected);
	}

	/** The room passes on to nobody when its creator leaves it. */
	@Test
	void rightsOfOthersComeFromTheirPresentRole() {
		var creator = aPerson(ADMIN);
		var next = aPerson();
		var former = demoted(aPerson(ADMIN));
		var admin = aPerson(ADMIN);
		var room = aRoom(creator);
		List.of(next, former, admin).forEach((person) -> join(person, room));
		leave(creator, room);
		assertThat(attempts(next, room)).isEqualTo("403 403 403 403");
		assertThat(attempts(former, room)).isEqualTo("403 403 403 403");
		assertThat(attempts(admin, room)).isEqualTo("200 204 204 204");
	}

	@Test
	void roomOfRemovedCategoryStaysWithItsReaders() {
		var slug = "c-" + Ids.next().toLowerCase(Locale.ROOT);
		var category = Ids.next();
		publish("category.created", category, (data) -> data.put("slug", slug).put("readers", "moderator"));
		var admin = aPerson(ADMIN);
		var room = eventually().until(() -> open(admin, slug), (opened) -> opened.status() == 201).id();
		var moderator = aPerson("moderator");
		join(moderator, room);
		send(moderator, room, "Before");
		publish("category.removed", category, (data) -> data.put("slug", slug));
		eventually().untilAsserted(() -> refused(open(admin, slug), 422, "category.not-found"));
		send(moderator, room, "After");
		refused(this.api.post(aPerson(), "/conversations/" + room + "/join", null), 404, "conversation.not-found");
		assertThat(attempts(admin, room)).isEqualTo("200 204 204 204");
	}

	@Test
	void actsOnRoomsAreReportedAndThoseOnGroupsAreNot() {
		var acts = new PublishedEvents(this.broker, this.rabbit, "chat.events", "administrator.acted");
		var admin = aPerson(ADMIN);
		var member = aPerson();
		var path = "/conversations/" + aRoom(admin);
		this.api.patch(admin, path, Map.of("name", "Balcony"));
		this.api.patch(admin, path, Map.of("name", "Terrace"));
		this.api.put(admin, path + "/members/" + member.username(), null);
		this.api.delete(admin, path + "/members/" + member.username());
		this.api.delete(admin, "/conversations/" + aGroup(admin, member) + "/members/" + member.username());
		this.api.delete(admin, path);
		eventually().untilAsserted(() -> assertThat(acts.actsOf(admin.id())).containsExactly("room-created Balcony",
				"room-changed Terrace", "room-member-removed Terrace", "room-removed Terrace"));
	}

	private TestResponse open(TestUser admin, String category) {
		return this.api.post(admin, "/conversations", Map.of("kind", "room", "name", "Staff", "category", category));
	}

	private void publish(String type, String category, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example(type));
		event.put("id", Ids.next()).put("subject", category).put("partitionkey", category);
		change.accept(event.withObject("/data/category").put("id", category));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send(Topology.lettersOf("chat_members"), Topology.AGAIN,
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

	private static ConditionFactory eventually() {
		return Awaitility.await().atMost(Duration.ofSeconds(30));
	}

	private String attempts(TestUser caller, String room) {
		var path = "/conversations/" + room;
		var member = path + "/members/" + aPerson().username();
		return "%d %d %d %d".formatted(this.api.patch(caller, path, Map.of("name", "Mine")).status(),
				this.api.put(caller, member, null).status(), this.api.delete(caller, member).status(),
				this.api.delete(caller, path).status());
	}

	private void join(TestUser person, String room) {
		assertThat(this.api.post(person, "/conversations/" + room + "/join", null).status()).isEqualTo(200);
	}

	private void leave(TestUser person, String room) {
		assertThat(this.api.post(person, "/conversations/" + room + "/leave", null).status()).isEqualTo(204);
	}

	private static TestUser demoted(TestUser admin) {
		return new TestUser(admin.id(), admin.username(), TestTokens.of(admin.id(), admin.username()));
	}

}
