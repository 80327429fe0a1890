package org.parley.auth;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class PersonalTokensIT extends Scene {

	private static final String TOKENS = "/api/v1/auth/tokens";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Test
	void tokenIsShownOnceAndStoredAsHash() {
		var somebody = this.api.register();
		var created = create(somebody, "profile");
		assertThat(created.status()).isEqualTo(201);
		var id = created.data().path("id").asString();
		assertThat(created.header("Location")).isEqualTo(TOKENS + "/" + id);
		var secret = created.data().path("token").asString();
		var listed = this.api.get(TOKENS).as(somebody).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0").propertyNames()).containsExactly("id", "name", "scopes", "createdAt", "expiresAt",
				"lastUsedAt");
		assertThat(listed.at("/0/name").asString()).isEqualTo("backup");
		assertThat(String.valueOf(this.mongo.findById(id, Document.class, "personal_tokens")))
			.doesNotContain(secret.substring(11));
		assertThat(this.postbox.about(somebody.id(), "security.alert").at("/data/kind").asString())
			.isEqualTo("access-token-created");
		assertThat(this.api.get(TOKENS).as(this.api.register()).send().data()).as("another user").isEmpty();
	}

	@Test
	@Asvs("8.3.3")
	void exchangedTokenHasScopesOfPersonalToken() {
		var somebody = this.api.register();
		var secret = create(somebody, "profile").data().path("token").asString();
		var exchanged = exchange(secret);
		assertThat(exchanged.status()).isEqualTo(200);
		assertThat(exchanged.body().path("expiresIn").asInt()).isEqualTo(900);
		var token = exchanged.body().path("accessToken").asString();
		assertThat(this.api.get("/api/v1/users/me").token(token).send().data().path("id").asString())
			.isEqualTo(somebody.id());
		for (var refused : List.of(this.api.patch("/api/v1/users/me", "{\"bio\": \"Changed.\"}"),
				this.api.get("/api/v1/auth/sessions"), this.api.post("/api/v1/auth/logout-all"), this.api.get(TOKENS),
				this.api.post("/api/v1/auth/two-factor", "{\"password\": \"x\"}"))) {
			assertThat(refused.token(token).send().code()).isEqualTo("auth.scope-missing");
		}
		var reading = exchange(create(somebody, "threads:read").data().path("token").asString());
		assertThat(this.api.get("/api/v1/users/me").token(reading.body().path("accessToken").asString()).send().code())
			.isEqualTo("auth.scope-missing");
		assertThat(this.api.get(TOKENS).as(somebody).send().data().at("/1/lastUsedAt").asString()).isNotEmpty();
	}

	@Test
	void revokedTokenIsRefusedAndPublished() {
		var somebody = this.api.register();
		var created = create(somebody, "profile").data();
		var token = exchange(created.path("token").asString()).body().path("accessToken").asString();
		var address = TOKENS + "/" + created.path("id").asString();
		assertThat(this.api.delete(address).as(this.api.register()).send().code()).as("another user")
			.isEqualTo("token.not-found");
		assertThat(this.api.delete(address).as(somebody).send().status()).isEqualTo(204);
		assertThat(this.api.delete(address).as(somebody).send().code()).isEqualTo("token.not-found");
		assertThat(exchange(created.path("token").asString()).code()).isEqualTo("auth.token-invalid");
		assertThat(this.api.get("/api/v1/users/me").token(token).send().status()).isEqualTo(401);
		var revoked = this.postbox.about(somebody.id(), "session.revoked");
		assertThat(revoked.at("/data/sessionId").asString()).isEqualTo(created.path("id").asString());
		assertThat(
				this.mongo.exists(Query.query(Criteria.where("sid").is(created.path("id").asString())), "revocations"))
			.isTrue();
	}

	@Test
	void expiredTokenAndItsAccessTokensAreRefused() {
		var somebody = this.api.register();
		var end = this.clock.instant().plusSeconds(600);
		var secret = create(somebody, "backup", "profile", end.toString(), Api.PASSWORD).data()
			.path("token")
			.asString();
		assertThat(exchange(secret).body().path("expiresIn").asInt()).isBetween(590, 600);
		this.clock.move(Duration.ofMinutes(10));
		assertThat(exchange(secret).status()).isEqualTo(401);
		assertThat(this.api.get(TOKENS).as(somebody).send().data()).isEmpty();
	}

	@Test
	void signOutEverywhereAndBanEndAllTokens() {
		var careful = this.api.register();
		var secret = create(careful, "profile").data().path("token").asString();
		this.api.post("/api/v1/auth/logout-all").as(careful).send();
		assertThat(exchange(secret).status()).isEqualTo(401);
		var banned = this.api.register();
		var other = create(banned, "profile").data().path("token").asString();
		var token = exchange(other).body().path("accessToken").asString();
		this.api.post("/api/v1/admin/users/" + banned.id() + "/ban", "{\"reason\": \"Rude.\"}")
			.as(this.api.admin())
			.send();
		assertThat(exchange(other).status()).isEqualTo(401);
		assertThat(this.api.get("/api/v1/users/me").token(token).send().status()).isEqualTo(401);
	}

	@Test
	void roleChangeEndsAccessTokensButNotPersonalTokens() {
		var somebody = this.api.register();
		var secret = create(somebody, "profile").data().path("token").asString();
		var before = exchange(secret).body().path("accessToken").asString();
		this.api.put("/api/v1/admin/users/" + somebody.id() + "/role", "{\"role\": \"moderator\"}")
			.as(this.api.admin())
			.send();
		assertThat(this.api.get("/api/v1/users/me").token(before).send().status()).isEqualTo(401);
		var after = exchange(secret).body().path("accessToken").asString();
		assertThat(this.api.get("/api/v1/users/me").token(after).send().data().path("roles").toString())
			.contains("moderator");
	}

	@Test
	@Asvs("7.5.3")
	void issuingNeedsPasswordAndPermittedScopes() {
		var somebody = this.api.register();
		var end = this.clock.instant().plusSeconds(600).toString();
		assertThat(create(somebody, "backup", "profile", end, "not my password").code())
			.isEqualTo("auth.password-wrong");
		var refused = create(somebody, "admin");
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.body().at("/errors/0/code").asString()).isEqualTo("token.scope");
		assertThat(create(somebody, "backup", "profile", "2020-01-01T00:00:00Z", Api.PASSWORD).body()
			.at("/errors/0/code")
			.asString()).isEqualTo("token.expiry");
	}

	@Test
	void limitOfFiftyHoldsForConcurrentRequests() throws Exception {
		var somebody = this.api.register();
		var id = create(somebody, "profile").data().path("id").asString();
		var one = this.mongo.findById(id, Document.class, "personal_tokens");
		for (int i = 1; i < 49; i++) {
			this.mongo.insert(new Document(one).append("_id", id + i).append("hash", id + i), "personal_tokens");
		}
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<TestResponse> call = () -> create(somebody, "profile");
			var answers = both.invokeAll(List.of(call, call)).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 409);
		}
		assertThat(create(somebody, "profile").code()).isEqualTo("token.too-many");
	}

	@Test
	void repeatedRequestCreatesNoTokenAndHidesSecret() {
		var somebody = this.api.register();
		var request = request(somebody, "backup", "profile", this.clock.instant().plusSeconds(600).toString(),
				Api.PASSWORD)
			.header("Idempotency-Key", "a-key");
		assertThat(request.send().status()).isEqualTo(201);
		assertThat(request.send().code()).isEqualTo("idempotency.done");
		assertThat(this.api.get(TOKENS).as(somebody).send().data()).hasSize(1);
	}

	@Test
	void refusalOfARequestWithAKeyIsAudited() {
		var somebody = this.api.register();
		var refused = request(somebody, "backup", "profile", this.clock.instant().plusSeconds(600).toString(), "wrong")
			.header("Idempotency-Key", "a-key")
			.send();
		assertThat(refused.code()).isEqualTo("auth.password-wrong");
		assertThat(acts(somebody)).contains("PASSWORD_REFUSED");
	}

	@Test
	void unknownTokenIsNotExchanged() {
		assertThat(exchange("parley_pat_" + "A".repeat(43)).code()).isEqualTo("auth.token-invalid");
		assertThat(exchange("A".repeat(101)).status()).isEqualTo(400);
		assertThat(this.api.post("/internal/personal-tokens/exchange", "{}").send().status()).isEqualTo(400);
		assertThat(this.api.get("/internal/personal-tokens/exchange").send().status()).isEqualTo(401);
	}

	private TestResponse create(TestUser somebody, String scope) {
		return create(somebody, "backup", scope, this.clock.instant().plus(Duration.ofDays(30)).toString(),
				Api.PASSWORD);
	}

	private TestResponse create(TestUser somebody, String name, String scope, String end, String password) {
		return request(somebody, name, scope, end, password).send();
	}

	private Api.Request request(TestUser somebody, String name, String scope, String end, String password) {
		var wish = JSON.createObjectNode().put("name", name).put("expiresAt", end).put("password", password);
		wish.putArray("scopes").add(scope);
		return this.api.post(TOKENS, wish.toString()).as(somebody);
	}

	private TestResponse exchange(String secret) {
		return this.api
			.post("/internal/personal-tokens/exchange", JSON.createObjectNode().put("token", secret).toString())
			.send();
	}

}
