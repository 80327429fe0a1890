package org.parley.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.TestConditions.MovableClock;
import org.parley.platform.test.EventContract;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.amqp.core.AmqpAdmin;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The events of accounts and sessions follow their contract. */
@AuthTest
class EventsIT {

	private static final Queue ALL_EVENTS = new Queue("everything");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private Api api;

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private AmqpAdmin broker;

	@Autowired
	private MovableClock clock;

	private final List<JsonNode> received = new ArrayList<>();

	@BeforeEach
	void listen() {
		this.broker.declareQueue(ALL_EVENTS);
		this.broker
			.declareBinding(new Binding("everything", Binding.DestinationType.QUEUE, "auth.events", "#", Map.of()));
	}

	@AfterEach
	void stop() {
		this.clock.reset();
		this.broker.deleteQueue("everything");
	}

	@Test
	void registrationFollowsContract() {
		var somebody = this.api.register();
		var event = about(somebody.id(), "user.registered");
		assertThat(event.at("/data/user/username").asString()).isEqualTo(somebody.username());
		assertThat(event.at("/data/version").asInt()).isEqualTo(1);
		assertThat(event.path("partitionkey").asString()).isEqualTo(somebody.id());
	}

	@Test
	void profileChangeFollowsContract() {
		var somebody = this.api.register();
		this.api.patch("/api/v1/users/me", "{\"displayName\": \"The Hatter\"}").as(somebody).send();
		var event = about(somebody.id(), "user.profile-changed");
		assertThat(event.at("/data/user/displayName").asString()).isEqualTo("The Hatter");
		assertThat(event.at("/data/version").asInt()).isEqualTo(2);
	}

	@Test
	void roleChangeFollowsContract() {
		var somebody = this.api.register();
		var admin = this.api.admin();
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"moderator\"}").as(admin).send();
		var event = about(somebody.id(), "user.role-changed");
		assertThat(event.at("/data/roles").toString()).isEqualTo("[\"user\",\"moderator\"]");
		assertThat(event.at("/data/tokenVersion").asInt()).isEqualTo(1);
		assertThat(event.at("/data/by/id").asString()).isEqualTo(admin.id());
		assertThat(event.at("/data/version").asInt()).isEqualTo(2);
	}

	@Test
	void groupsChangeFollowsContract() {
		var somebody = this.api.register();
		var admin = this.api.admin();
		var group = this.api.post("/api/v1/admin/groups", "{\"name\": \"Of %s\"}".formatted(somebody.username()))
			.as(admin)
			.send()
			.data()
			.path("id")
			.asString();
		this.api.put("/api/v1/admin/groups/%s/members/%s".formatted(group, somebody.username()), "").as(admin).send();
		var event = about(somebody.id(), "user.groups-changed");
		assertThat(event.at("/data/user/groups").toString()).isEqualTo("[\"%s\"]".formatted(group));
		assertThat(event.at("/data/tokenVersion").asInt()).isEqualTo(1);
		assertThat(event.at("/data/version").asInt()).isEqualTo(2);
	}

	@Test
	void sessionEndsFollowContract() {
		var first = this.api.register();
		this.api.post("/api/v1/auth/logout").as(first).send();
		assertThat(about(first.id(), "session.revoked").at("/data/reason").asString()).isEqualTo("logout");

		var second = this.api.register();
		var session = this.api.get("/api/v1/auth/sessions").as(second).send().data().at("/0/id").asString();
		this.api.delete("/api/v1/auth/sessions/" + session).as(second).send();
		var ended = about(second.id(), "session.revoked");
		assertThat(ended.at("/data/reason").asString()).isEqualTo("ended-by-owner");
		assertThat(ended.at("/data/sessionId").asString()).isEqualTo(session);

		var third = this.api.register();
		this.api.refresh(third.refreshToken()).send();
		this.clock.move(Duration.ofMinutes(1));
		this.api.refresh(third.refreshToken()).send();
		assertThat(about(third.id(), "session.revoked").at("/data/reason").asString()).isEqualTo("refresh-reused");

		var fourth = this.api.register();
		var elsewhere = this.api.login(fourth.username(), Api.PASSWORD);
		this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "off with their heads"}""".formatted(Api.PASSWORD))
			.as(elsewhere)
			.send();
		assertThat(about(fourth.id(), "session.revoked").at("/data/reason").asString()).isEqualTo("password-changed");

		var fifth = this.api.register();
		this.api.post("/api/v1/auth/logout-all").as(fifth).send();
		var all = about(fifth.id(), "session.revoked");
		assertThat(all.at("/data/reason").asString()).isEqualTo("logout-everywhere");
		assertThat(all.at("/data/tokenVersion").asInt()).isEqualTo(1);
		assertThat(all.at("/data").has("sessionId")).isFalse();
	}

	private JsonNode about(String person, String type) {
		return await().until(() -> find(person, type), (event) -> event != null);
	}

	private @Nullable JsonNode find(String person, String type) {
		receive();
		return this.received.stream()
			.filter((event) -> event.path("type").asString().equals(type)
					&& event.path("partitionkey").asString().equals(person))
			.findFirst()
			.orElse(null);
	}

	private void receive() {
		var message = this.rabbit.receive("everything");
		while (message != null) {
			var event = new String(message.getBody(), StandardCharsets.UTF_8);
			assertThat(EventContract.violations(event)).as(event).isEmpty();
			this.received.add(JSON.readTree(event));
			message = this.rabbit.receive("everything");
		}
	}

}
