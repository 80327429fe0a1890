package org.parley.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.auth.tokens.refresh.StartSession;
import org.parley.auth.user.BannedException;
import org.parley.auth.user.Users;
import org.parley.auth.user.client.ClientDevice;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.mongo.transaction.UnitOfWork;
import org.parley.platform.test.EventContract;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@AuthTest
class BanIT extends Scene {

	@Autowired
	private RabbitTemplate rabbit;

	@Autowired
	private Job unbanExpired;

	@Autowired
	private UnitOfWork work;

	@Autowired
	private Users users;

	@Autowired
	private StartSession startSession;

	@Test
	@Asvs("7.4.2")
	void banEndsAllSessionsAndPublishesEvent() {
		var admin = this.api.admin();
		var here = this.api.register();
		var there = this.api.login(here.username(), Api.PASSWORD);
		var until = this.clock.instant().plus(Duration.ofDays(7)).truncatedTo(ChronoUnit.SECONDS);
		var answer = ban(admin, here.id(), "{\"reason\": \" Advertising. \", \"until\": \"%s\"}".formatted(until));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.data().path("status").asString()).isEqualTo("banned");
		assertThat(answer.data().at("/ban/reason").asString()).isEqualTo("Advertising.");
		assertThat(answer.data().at("/ban/until").asString()).isEqualTo(until.toString());
		assertThat(answer.data().at("/ban/by").asString()).isEqualTo("admin");

		for (var somebody : new TestUser[] { here, there }) {
			assertThat(this.api.get("/api/v1/users/me").as(somebody).send().code()).isEqualTo("auth.token-invalid");
			var refresh = this.api.refresh(somebody.refreshToken()).send();
			assertThat(refresh.status()).isEqualTo(403);
			assertThat(refresh.code()).isEqualTo("auth.banned");
		}
		var banned = this.postbox.about(here.id(), "user.banned");
		assertThat(banned.at("/data/user/status").asString()).isEqualTo("banned");
		assertThat(banned.at("/data/tokenVersion").asInt()).isEqualTo(1);
		assertThat(banned.at("/data/until").asString()).isEqualTo(until.toString());
		assertThat(banned.at("/data/by/id").asString()).isEqualTo(admin.id());
		var ended = this.postbox.about(here.id(), "session.revoked");
		assertThat(ended.at("/data/reason").asString()).isEqualTo("banned");
		assertThat(ended.at("/data/tokenVersion").asInt()).isEqualTo(1);
	}

	@Test
	void signInDuringConcurrentBanGetsNoSession() {
		var admin = this.api.admin();
		var somebody = this.api.register();
		var first = new AtomicBoolean(true);
		assertThatExceptionOfType(BannedException.class).isThrownBy(() -> this.work.run(() -> {
			var user = this.users.findById(somebody.id()).orElseThrow();
			if (first.getAndSet(false)) {
				assertThat(ban(admin, somebody.id(), "{\"reason\": \"Rude.\"}").status()).isEqualTo(200);
			}
			return this.startSession.signIn(user, new ClientDevice("192.0.2.1", ""));
		}));
		var live = Criteria.where("userId").is(somebody.id()).and("endedAt").is(null);
		assertThat(this.mongo.find(Query.query(live), Document.class, "sessions")).isEmpty();
	}

	@Test
	void banIsRevealedWithPasswordOnly() {
		var somebody = this.api.register();
		ban(this.api.admin(), somebody.id(), "{\"reason\": \"Advertising.\"}");
		assertThat(this.api.loginRequest(somebody.username(), "not my password").send().code())
			.isEqualTo("auth.bad-credentials");
		var refused = this.api.loginRequest(somebody.username(), Api.PASSWORD).send();
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.code()).isEqualTo("auth.banned");
		assertThat(refused.body().path("detail").asString()).contains("Advertising.").doesNotContain("until");
		assertThat(acts(somebody)).contains("BANNED", "SIGN_IN_REFUSED");
	}

	@Test
	void expiredBanIsLiftedAtSignIn() {
		var somebody = this.api.register();
		var until = this.clock.instant().plus(Duration.ofHours(1));
		ban(this.api.admin(), somebody.id(), "{\"reason\": \"Rude.\", \"until\": \"%s\"}".formatted(until));
		this.clock.move(Duration.ofMinutes(59));
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().body().path("detail").asString())
			.contains("until " + until.truncatedTo(ChronoUnit.MILLIS));
		this.clock.move(Duration.ofMinutes(1));
		var again = this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(this.api.get("/api/v1/users/me").as(again).send().status()).isEqualTo(200);
		var unbanned = this.postbox.about(somebody.id(), "user.unbanned");
		assertThat(unbanned.at("/data/user/status").asString()).isEqualTo("active");
		assertThat(unbanned.path("data").has("by")).isFalse();
		assertThat(acts(somebody)).contains("UNBANNED");
	}

	@Test
	void jobLiftsExpiredBansOnly() {
		var admin = this.api.admin();
		var over = this.api.register();
		var goesOn = this.api.register();
		var forGood = this.api.register();
		var now = this.clock.instant();
		ban(admin, over.id(), "{\"reason\": \"Rude.\", \"until\": \"%s\"}".formatted(now.plusSeconds(60)));
		ban(admin, goesOn.id(), "{\"reason\": \"Rude.\", \"until\": \"%s\"}".formatted(now.plusSeconds(7200)));
		ban(admin, forGood.id(), "{\"reason\": \"Rude.\"}");
		this.clock.move(Duration.ofMinutes(61));
		assertThat(this.unbanExpired.name()).isEqualTo("unban-expired");
		assertThat(this.unbanExpired.run()).endsWith(" bans lifted.");
		assertThat(this.unbanExpired.run()).isEqualTo("0 bans lifted.");
		this.postbox.about(over.id(), "user.unbanned");
		for (var somebody : new TestUser[] { goesOn, forGood }) {
			assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
		}
	}

	@Test
	void administratorLiftsBan() {
		var admin = this.api.admin();
		var somebody = this.api.register();
		ban(admin, somebody.id(), "{\"reason\": \"Rude.\"}");
		for (int i = 0; i < 2; i++) {
			var answer = unban(admin, somebody.id());
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.data().path("ban").isNull()).isTrue();
		}
		this.api.login(somebody.username(), Api.PASSWORD);
		assertThat(this.postbox.about(somebody.id(), "user.unbanned").at("/data/by/id").asString())
			.isEqualTo(admin.id());
		assertThat(acts(somebody)).containsOnlyOnce("UNBANNED");
	}

	@Test
	void banOfSelfAdministratorOrUnknownIsRefused() {
		var admin = this.api.admin();
		var other = this.api.register();
		this.api.put("/api/v1/admin/users/" + other.id() + "/role", "{\"role\": \"admin\"}").as(admin).send();
		assertThat(ban(admin, admin.id(), "{\"reason\": \"Rude.\"}").code()).isEqualTo("user.ban-self");
		assertThat(ban(admin, other.id(), "{\"reason\": \"Rude.\"}").code()).isEqualTo("user.ban-admin");
		this.api.put("/api/v1/admin/users/" + other.id() + "/role", "{\"role\": \"user\"}").as(admin).send();
		assertThat(ban(admin, "01KAG2V7Q8X4M6T0N3R5W9YZAB", "{\"reason\": \"Rude.\"}").code())
			.isEqualTo("user.not-found");
		assertThat(unban(admin, "nobody").code()).isEqualTo("user.not-found");
	}

	@Test
	void moderatorsDecisionBansAuthor() {
		var somebody = this.api.register();
		var spared = this.api.register();
		var late = this.api.register();
		var decided = decide(spared, "remove", null);
		var older = decide(late, "ban", Instant.EPOCH);
		decide(somebody, "ban", null);
		var banned = this.postbox.about(somebody.id(), "user.banned");
		assertThat(banned.at("/data/reason").asString()).isEqualTo("Advertising.");
		assertThat(banned.at("/data/by/username").asString()).isEqualTo("moderator");
		assertThat(this.api.loginRequest(somebody.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
		await().until(() -> isHandled(decided) && isHandled(older));
		for (var person : new TestUser[] { spared, late }) {
			this.api.login(person.username(), Api.PASSWORD);
		}
	}

	@Test
	void decisionAgainstAdministratorIsIgnored() {
		var admin = this.api.admin();
		var event = decide(admin, "ban", null);
		await().until(() -> isHandled(event));
		assertThat(this.api.get("/api/v1/users/me").as(admin).send().status()).isEqualTo(200);
	}

	@Test
	void reversedDecisionLiftsItsBanOnly() {
		var banned = this.api.register();
		var otherwise = this.api.register();
		decide(banned, "ban", null);
		this.postbox.about(banned.id(), "user.banned");
		reverse(banned);
		var lifted = this.postbox.about(banned.id(), "user.unbanned");
		assertThat(lifted.at("/data/by/username").asString()).isEqualTo("moderator");
		this.api.login(banned.username(), Api.PASSWORD);
		ban(this.api.admin(), otherwise.id(), "{\"reason\": \"Advertising elsewhere.\"}");
		var reversal = reverse(otherwise);
		await().until(() -> isHandled(reversal));
		assertThat(this.api.loginRequest(otherwise.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
	}

	@Test
	void reversedDecisionLeavesBanOfAnotherCase() {
		var author = this.api.register();
		decide(author, "ban", null);
		this.postbox.about(author.id(), "user.banned");
		var another = send("case.decided", author,
				(data) -> data.put("caseId", Ids.next())
					.put("decision", "ban")
					.put("note", "Abuse.")
					.put("until", this.clock.instant().plus(Duration.ofDays(1)).toString()));
		await().until(() -> isHandled(another));
		reverse(author);
		var shorter = this.postbox.about(author.id(), "user.banned", 2);
		assertThat(shorter.at("/data/reason").asString()).isEqualTo("Abuse.");
		assertThat(this.api.loginRequest(author.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
		assertThat(this.postbox.all(author.id(), "user.unbanned")).isEmpty();
	}

	@Test
	void decisionThatArrivesAfterItsReversalIsIgnored() {
		var author = this.api.register();
		var reversal = reverse(author);
		await().until(() -> isHandled(reversal));
		var decided = decide(author, "ban", null);
		await().until(() -> isHandled(decided));
		this.api.login(author.username(), Api.PASSWORD);
	}

	@ParameterizedTest
	@CsvSource({ "message-case, message", "social-case, content" })
	void decisionAboutOtherContentBansItsAuthorUntilReversal(String kind, String field) {
		var author = this.api.register();
		send(kind + ".decided", "/data/" + field + "/author", author, (data) -> data.put("decision", "ban"));
		this.postbox.about(author.id(), "user.banned");
		assertThat(this.api.loginRequest(author.username(), Api.PASSWORD).send().code()).isEqualTo("auth.banned");
		send(kind + ".reversed", "/data/" + field + "/author", author, (data) -> data.put("decision", "ban"));
		this.postbox.about(author.id(), "user.unbanned");
		this.api.login(author.username(), Api.PASSWORD);
	}

	private boolean isHandled(String event) {
		return this.mongo.findAll(Document.class, "inbox").toString().contains(event);
	}

	private String decide(TestUser author, String decision, @Nullable Instant until) {
		return send("case.decided", author, (data) -> {
			data.put("decision", decision);
			if (until != null) {
				data.put("until", until.toString());
			}
		});
	}

	private String reverse(TestUser author) {
		return send("case.reversed", author, (data) -> data.put("decision", "ban"));
	}

	private String send(String type, TestUser author, Consumer<ObjectNode> change) {
		return send(type, "/data/post/author", author, change);
	}

	private String send(String type, String authorAt, TestUser author, Consumer<ObjectNode> change) {
		var event = (ObjectNode) JsonMapper.shared().readTree(EventContract.example(type));
		event.put("id", Ids.next());
		event.withObject(authorAt).put("id", author.id());
		change.accept(event.withObject("/data"));
		assertThat(EventContract.violations(event.toString())).isEmpty();
		this.rabbit.convertAndSend("auth_decisions.letters", "again", event.toString());
		return event.path("id").asString();
	}

	private TestResponse ban(TestUser by, String id, String body) {
		return this.api.post("/api/v1/admin/users/" + id + "/ban", body).as(by).send();
	}

	private TestResponse unban(TestUser by, String id) {
		return this.api.post("/api/v1/admin/users/" + id + "/unban").as(by).send();
	}

}
