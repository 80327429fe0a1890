package org.parley.auth;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.redis.connection.RedisConnection;
import org.springframework.data.redis.connection.RedisConnectionFactory;
import org.springframework.data.redis.core.StringRedisTemplate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Revocations are published through Redis and listed for instances that start.
 */
@AuthTest
class RevocationIT {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private Api api;

	@Autowired
	private StringRedisTemplate redis;

	@Autowired
	private RedisConnectionFactory connections;

	@Value("${parley.revocations.name}")
	private String name;

	private final Queue<JsonNode> told = new ConcurrentLinkedQueue<>();

	private RedisConnection subscription;

	@BeforeEach
	void listen() {
		this.subscription = this.connections.getConnection();
		this.subscription.subscribe((message, _) -> this.told.add(JSON.readTree(message.getBody())),
				this.name.getBytes(UTF_8));
	}

	@AfterEach
	void stop() {
		this.subscription.close();
	}

	@Test
	void sessionEndIsPublished() {
		var somebody = this.api.register();
		var session = this.api.get("/api/v1/auth/sessions").as(somebody).send().data().at("/0/id").asString();
		this.api.post("/api/v1/auth/logout").as(somebody).send();
		assertTold("{\"sid\":\"%s\"}".formatted(session));
		assertThat(this.redis.opsForValue().get(this.name + ":sid:" + session)).isEqualTo("1");
		assertThat(this.redis.getExpire(this.name + ":sid:" + session)).isBetween(15 * 60L, 16 * 60L);
	}

	@Test
	void signOutEverywhereIsPublished() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/logout-all").as(somebody).send();
		assertBelow(somebody, 1);
		var again = this.api.login(somebody.username(), Api.PASSWORD);
		this.api.post("/api/v1/auth/logout-all").as(again).send();
		assertBelow(somebody, 2);
	}

	@Test
	void banIsPublished() {
		var somebody = this.api.register();
		this.api.post("/api/v1/admin/users/" + somebody.id() + "/ban", "{\"reason\": \"Rude.\"}")
			.as(this.api.admin())
			.send();
		assertBelow(somebody, 1);
	}

	@Test
	void roleChangeIsPublished() {
		var somebody = this.api.register();
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"moderator\"}")
			.as(this.api.admin())
			.send();
		assertBelow(somebody, 1);
	}

	@Test
	void sessionsEndedByPasswordChangeArePublished() {
		var here = this.api.register();
		this.api.login(here.username(), Api.PASSWORD);
		this.api.login(here.username(), Api.PASSWORD);
		var before = this.told.size();
		this.api.post("/api/v1/auth/change-password", """
				{"currentPassword": "%s", "newPassword": "off with their heads"}""".formatted(Api.PASSWORD))
			.as(here)
			.send();
		await().until(() -> this.told.size() == before + 2);
		assertThat(this.api.get("/api/v1/users/me").as(here).send().status()).isEqualTo(200);
	}

	@Test
	void storedVersionNeverDecreases() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/logout-all").as(somebody).send();
		this.redis.opsForValue().set(this.name + ":ver:" + somebody.id(), "7");
		this.api.post("/api/v1/auth/logout-all").as(this.api.login(somebody.username(), Api.PASSWORD)).send();
		assertThat(this.redis.opsForValue().get(this.name + ":ver:" + somebody.id())).isEqualTo("7");
	}

	@Test
	void listIsPagedToItsEnd() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/logout-all").as(somebody).send();
		var all = this.api.get("/internal/revocations").send();
		assertThat(all.status()).isEqualTo(200);
		assertThat(all.body().path("next").isNull()).isTrue();
		assertThat(all.data().valueStream().map(JsonNode::toString))
			.contains("{\"userId\":\"%s\",\"ver\":1}".formatted(somebody.id()));
		assertThat(all.body().toString()).doesNotContain(somebody.username());
		assertThat(this.api.get("/internal/revocations?after=7ZZZZZZZZZZZZZZZZZZZZZZZZZ").send().data()).isEmpty();
		assertThat(this.api.get("/internal/revocations?since=1").send().status()).isEqualTo(400);
	}

	private void assertBelow(TestUser somebody, int version) {
		assertTold("{\"userId\":\"%s\",\"ver\":%d}".formatted(somebody.id(), version));
		assertThat(this.redis.opsForValue().get(this.name + ":ver:" + somebody.id()))
			.isEqualTo(Integer.toString(version));
	}

	private void assertTold(String revocation) {
		await().untilAsserted(() -> assertThat(this.told).extracting(JsonNode::toString).contains(revocation));
	}

}
