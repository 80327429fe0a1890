package org.parley.auth;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.user.Users;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

@AuthTest
class ErasureIT extends Scene {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private Job eraseAccounts;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private Users users;

	private TestUser admin = new TestUser("", "", "", "");

	@BeforeEach
	void appoint() {
		this.admin = this.api.admin();
	}

	@Test
	void closedAccountIsSignedOutAndOwnerNotified() {
		var somebody = this.api.register();
		assertThat(close(somebody, "not my password").code()).isEqualTo("auth.password-wrong");
		var closed = close(somebody, Api.PASSWORD);
		assertThat(closed.status()).isEqualTo(202);
		var end = Instant.parse(closed.data().path("erasureAt").asString());
		assertThat(end).isCloseTo(this.clock.instant().plus(Duration.ofDays(14)), within(1, ChronoUnit.MINUTES));

		assertThat(this.api.get("/api/v1/users/me").as(somebody).send().status()).isEqualTo(401);
		assertThat(this.api.refresh(somebody.refreshToken()).send().status()).isEqualTo(401);
		var login = this.api.loginRequest(somebody.username(), Api.PASSWORD).send();
		assertThat(login.status()).isEqualTo(403);
		assertThat(login.code()).isEqualTo("account.deleting");
		assertThat(login.body().path("detail").asString()).contains(end.toString());
		assertThat(this.api.loginRequest(somebody.username(), "not my password").send().code())
			.isEqualTo("auth.bad-credentials");

		assertThat(this.postbox.about(somebody.id(), "user.profile-changed").at("/data/user/status").asString())
			.isEqualTo("closed");
		assertThat(this.postbox.about(somebody.id(), "session.revoked").at("/data/reason").asString())
			.isEqualTo("deleted");
		var mail = this.postbox.about(somebody.id(), "security.alert");
		assertThat(mail.at("/data/kind").asString()).isEqualTo("account-deleting");
		assertThat(mail.at("/data/until").asString()).isEqualTo(end.toString());
	}

	@Test
	void ownerRestoresClosedAccount() {
		var somebody = this.api.register();
		close(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofDays(13));
		this.eraseAccounts.run();
		assertThat(restore(somebody.username(), "not my password").code()).isEqualTo("auth.bad-credentials");
		assertThat(restore("nobody-at-all", Api.PASSWORD).code()).isEqualTo("auth.bad-credentials");
		assertThat(restore(somebody.username(), Api.PASSWORD).status()).isEqualTo(204);
		assertThat(restore(somebody.username(), Api.PASSWORD).code()).isEqualTo("account.not-deleting");
		this.clock.reset();
		assertThat(this.api.login(somebody.username(), Api.PASSWORD).id()).isEqualTo(somebody.id());
		assertThat(this.postbox.about(somebody.id(), "user.profile-changed", 2).at("/data/user/status").asString())
			.isEqualTo("active");
		assertThat(this.postbox.about(somebody.id(), "security.alert", 2).at("/data/kind").asString())
			.isEqualTo("account-restored");
		this.clock.move(Duration.ofDays(15));
		this.eraseAccounts.run();
		assertThat(this.mongo.findById(somebody.id(), Document.class, "users")).as("restored account").isNotNull();
	}

	@Test
	void wrongPasswordsForRestorationAreThrottled() {
		var somebody = this.api.register();
		close(somebody, Api.PASSWORD);
		for (int i = 0; i < 5; i++) {
			restore(somebody.username(), "wrong");
		}
		assertThat(restore(somebody.username(), Api.PASSWORD).code()).isEqualTo("auth.slow-down");
	}

	@Test
	void erasureLeavesIdOnlyAndAsksServices() {
		var somebody = this.api.register();
		this.api.post("/api/v1/auth/change-email", """
				{"email": "other-%s@example.net", "password": "%s"}""".formatted(somebody.username(), Api.PASSWORD))
			.as(somebody)
			.send();
		this.api.patch("/api/v1/users/me", "{\"bio\": \"curious-bio\"}").as(somebody).send();
		close(somebody, Api.PASSWORD);
		assertThat(StoredTexts.collectionsContaining(this.mongo, somebody.username())).isNotEmpty();

		this.clock.move(Duration.ofDays(14));
		assertThat(this.eraseAccounts.run()).contains(" accounts erased");
		var asked = this.postbox.about(somebody.id(), "erasure.requested");
		var erasure = asked.at("/data/erasureId").asString();
		var own = await().until(() -> report(erasure).data(), (report) -> report.path("answers").size() == 1);
		assertThat(own.at("/answers/0/service").asString()).isEqualTo("auth-service");
		assertThat(own.at("/answers/0/erased/sessions").asInt()).isEqualTo(1);
		assertThat(own.at("/answers/0/erased/mailed-links").asInt()).isPositive();
		assertThat(own.path("awaited")).extracting(JsonNode::asString).containsExactlyElementsOf(others());
		assertThat(own.path("doneAt").isNull()).isTrue();
		await().untilAsserted(
				() -> assertThat(StoredTexts.collectionsContaining(this.mongo, somebody.username())).isEmpty());
		assertThat(StoredTexts.collectionsContaining(this.mongo, "curious-bio")).isEmpty();

		others().forEach((service) -> answer(erasure, somebody.id(), service));
		var whole = await().until(() -> report(erasure).data(), (report) -> !report.path("doneAt").isNull());
		assertThat(whole.path("awaited")).isEmpty();
		assertThat(whole.path("answers")).hasSize(others().size() + 1);
		assertThat(whole.at("/answers/1/erased/bookmarks").asInt()).isEqualTo(3);
	}

	@Test
	void erasureRemovesAddressesFromActsOnOthers() {
		var somebody = this.api.register();
		var act = new Document("_id", Ids.next()).append("at", this.clock.instant())
			.append("act", "ROLE_CHANGED")
			.append("userId", Ids.next())
			.append("by", somebody.id())
			.append("detail", "moderator")
			.append("address", "203.0.113.78");
		this.mongo.insert(act, "audit");
		close(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		await().untilAsserted(() -> assertThat(this.mongo.findById(act.getString("_id"), Document.class, "audit"))
			.doesNotContainKey("address")
			.containsEntry("by", somebody.id())
			.containsEntry("detail", "moderator"));
	}

	@Test
	void erasedNameStaysReservedAndAddressIsFree() {
		var somebody = this.api.register();
		close(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		this.clock.reset();
		assertThat(this.api.get("/api/v1/users/" + somebody.username()).send().status()).isEqualTo(404);
		assertThat(restore(somebody.username(), Api.PASSWORD).code()).isEqualTo("auth.bad-credentials");
		var same = """
				{"name": "Else", "username": "%s", "email": "%s@example.com", "password": "%s"}"""
			.formatted(somebody.username().toUpperCase(Locale.ROOT), somebody.username(), Api.PASSWORD);
		assertThat(this.api.post("/api/v1/auth/register", same).send().code()).isEqualTo("user.username-taken");
		var suggested = this.api
			.post("/api/v1/auth/register",
					"""
							{"name": "%1$s", "email": "%1$s@example.com", "password": "%2$s"}"""
						.formatted(somebody.username(), Api.PASSWORD))
			.send();
		assertThat(suggested.status()).isEqualTo(201);
		assertThat(suggested.data().at("/user/username").asString()).startsWith(somebody.username() + "-");
	}

	@Test
	void erasureRemovesNameFromBansOfOthers() {
		var somebody = this.api.register();
		this.api.put("/api/v1/admin/users/%s/role".formatted(somebody.id()), "{\"role\": \"admin\"}")
			.as(this.admin)
			.send();
		var banned = this.api.register();
		var path = "/api/v1/admin/users/" + banned.id();
		assertThat(this.api.post(path + "/ban", "{\"reason\": \"Spam.\"}")
			.as(this.api.login(somebody.username(), Api.PASSWORD))
			.send()
			.data()
			.at("/ban/by")
			.asString()).isEqualTo(somebody.username());
		this.work.run(() -> {
			var user = this.users.require(banned.id());
			user.banByCase("case-1", "Rude.", this.clock.instant().plusSeconds(60),
					this.users.require(somebody.id()).reference(), this.clock.instant());
			return this.users.save(user);
		});
		close(this.api.login(somebody.username(), Api.PASSWORD), Api.PASSWORD);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		await().untilAsserted(
				() -> assertThat(StoredTexts.collectionsContaining(this.mongo, somebody.username())).isEmpty());
		this.clock.reset();
		assertThat(this.api.get(path).as(this.admin).send().data().at("/ban/by").asString()).isEqualTo("deleted");
	}

	@Test
	void unansweredErasureIsRequestedAgain() {
		var somebody = this.api.register();
		close(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		var erasure = this.postbox.about(somebody.id(), "erasure.requested").at("/data/erasureId").asString();
		this.clock.move(Duration.ofMinutes(59));
		this.eraseAccounts.run();
		assertThat(this.postbox.all(somebody.id(), "erasure.requested")).hasSize(1);
		this.clock.move(Duration.ofMinutes(1));
		this.eraseAccounts.run();
		assertThat(this.postbox.about(somebody.id(), "erasure.requested", 2).at("/data/erasureId").asString())
			.isEqualTo(erasure);
		others().forEach((service) -> answer(erasure, somebody.id(), service));
		others().forEach((service) -> answer(erasure, somebody.id(), service));
		await().until(() -> !report(erasure).data().path("doneAt").isNull());
		this.clock.move(Duration.ofHours(2));
		this.eraseAccounts.run();
		assertThat(this.postbox.all(somebody.id(), "erasure.requested")).hasSize(2);
	}

	@Test
	void lateEventsDoNotRestoreErasedData() {
		var somebody = this.api.register();
		close(somebody, Api.PASSWORD);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		var erasure = this.postbox.about(somebody.id(), "erasure.requested").at("/data/erasureId").asString();
		await().until(() -> report(erasure).data().path("answers").size() == 1);
		var late = (ObjectNode) JSON.readTree(EventContract.example("export.part"));
		late.put("id", Ids.next()).put("partitionkey", somebody.id());
		((ObjectNode) late.path("data")).put("userId", somebody.id());
		send(late);
		answer(erasure, somebody.id(), "forum-service");
		await().until(() -> report(erasure).data().path("answers").size() == 2);
		assertThat(this.mongo.getCollection("export_parts").countDocuments(new Document("userId", somebody.id())))
			.isZero();
	}

	@Test
	void changedAccountIsNotClosed() {
		var somebody = this.api.register();
		var tag = this.api.get("/api/v1/users/me").as(somebody).send().header("ETag");
		this.api.patch("/api/v1/users/me", "{\"bio\": \"Changed.\"}").as(somebody).send();
		assertThat(closeIfMatch(somebody, tag).code()).isEqualTo("request.precondition-failed");
		assertThat(closeIfMatch(somebody, this.api.get("/api/v1/users/me").as(somebody).send().header("ETag")).status())
			.isEqualTo(202);
	}

	@Test
	void lastAdministratorCannotCloseAccount() {
		assertThat(close(this.admin, "the admin's password").code()).isEqualTo("user.last-admin");
		assertThat(this.api.get("/api/v1/users/me").as(this.admin).send().status()).isEqualTo(200);
	}

	@Test
	void onlyAdministratorsReadErasures() {
		var somebody = this.api.register();
		assertThat(this.api.get("/api/v1/admin/erasures").send().status()).isEqualTo(401);
		assertThat(this.api.get("/api/v1/admin/erasures").as(somebody).send().status()).isEqualTo(403);
		assertThat(this.api.delete("/api/v1/users/me").send().status()).isEqualTo(401);
		assertThat(this.api.get("/api/v1/admin/erasures?limit=1").as(this.admin).send().status()).isEqualTo(200);
		assertThat(this.api.get("/api/v1/admin/erasures/none").as(this.admin).send().code())
			.isEqualTo("erasure.not-found");
	}

	private TestResponse close(TestUser somebody, String password) {
		return this.api
			.request("DELETE", "/api/v1/users/me", JSON.createObjectNode().put("password", password).toString())
			.as(somebody)
			.send();
	}

	private TestResponse closeIfMatch(TestUser somebody, String tag) {
		return this.api
			.request("DELETE", "/api/v1/users/me", JSON.createObjectNode().put("password", Api.PASSWORD).toString())
			.header("If-Match", tag)
			.as(somebody)
			.send();
	}

	private TestResponse restore(String login, String password) {
		return this.api
			.post("/api/v1/auth/restore-account",
					JSON.createObjectNode().put("login", login).put("password", password).toString())
			.send();
	}

	private TestResponse report(String erasure) {
		return this.api.get("/api/v1/admin/erasures/" + erasure).as(this.admin).send();
	}

	/** As another service does. */
	private void answer(String erasure, String person, String service) {
		var done = (ObjectNode) JSON.readTree(EventContract.example("erasure.done"));
		done.put("id", Ids.next()).put("source", service).put("partitionkey", person);
		((ObjectNode) done.path("data")).put("erasureId", erasure).put("userId", person);
		send(done);
	}

	private void send(ObjectNode event) {
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.send("auth_data.letters", "again",
				MessageBuilder.withBody(event.toString().getBytes(StandardCharsets.UTF_8)).build());
	}

}
