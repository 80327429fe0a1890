package org.parley.auth.oauth.initial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.oauth.registration.RegistrationScene;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class InitialTokensIT extends RegistrationScene {

	private final List<TestUser> appointed = new ArrayList<>();

	/** Other tests depend on the last administrator. */
	@AfterEach
	void restoreAdministrator() {
		this.appointed.forEach((somebody) -> role(somebody, "user"));
	}

	@Test
	void tokenIsShownOnceAndStoredHashed() {
		var admin = this.api.admin();
		var wish = wish().put("uses", 3).put("expiresAt", this.clock.instant().plus(Duration.ofDays(2)).toString());
		wish.putArray("kinds").add("web");
		wish.putArray("scopes").add("threads:read").add("openid");
		var given = give(admin, wish);
		assertThat(given.status()).as(given.toString()).isEqualTo(201);
		var id = given.data().path("id").asString();
		assertThat(given.header("Location")).isEqualTo(TOKENS + "/" + id);
		var token = given.data().path("token").asString();
		assertThat(token).startsWith("parley_init_").hasSize(55);
		var kept = Objects.requireNonNull(this.mongo.findById(id, Document.class, "oauth_initial_tokens"));
		assertThat(kept.toString()).doesNotContain(token.substring(12));
		var listed = this.api.get(TOKENS + "?limit=1").as(admin).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0").propertyNames()).containsExactly("id", "description", "givenBy", "kinds", "scopes",
				"uses", "left", "createdAt", "expiresAt");
		assertThat(listed.at("/0/id").asString()).isEqualTo(id);
		assertThat(listed.at("/0/givenBy").asString()).isEqualTo(admin.id());
		assertThat(listed.at("/0/kinds").toString()).isEqualTo("[\"web\"]");
		assertThat(listed.at("/0/scopes").toString()).isEqualTo("[\"openid\",\"threads:read\"]");
		assertThat(listed.at("/0/uses").asInt()).isEqualTo(3);
		assertThat(listed.at("/0/left").asInt()).isEqualTo(3);
		assertThat(acts(admin)).contains("REGISTRATION_TOKEN_CREATED");
	}

	@Test
	void repeatedRequestDoesNotShowTheToken() {
		var request = this.api.post(TOKENS, wish().toString())
			.as(this.api.admin())
			.header("Idempotency-Key", "a-token");
		var first = request.send();
		assertThat(first.status()).isEqualTo(201);
		assertThat(request.send().code()).isEqualTo("idempotency.done");
		assertThat(this.mongo.findAll(Document.class, "idempotency").toString())
			.doesNotContain(first.data().path("token").asString().substring(12));
	}

	@Test
	void tokensAreListedAndRevoked() {
		var admin = this.api.admin();
		var older = give(admin, wish()).data().path("id").asString();
		var newer = give(admin, wish()).data().path("id").asString();
		var page = this.api.get(TOKENS + "?limit=1").as(admin).send().body();
		assertThat(page.at("/data/0/id").asString()).isEqualTo(newer);
		var next = this.api.get(TOKENS + "?limit=1&cursor=" + page.at("/meta/pagination/next").asString())
			.as(admin)
			.send()
			.body();
		assertThat(next.at("/data/0/id").asString()).isEqualTo(older);
		var back = this.api.get(TOKENS + "?limit=1&cursor=" + next.at("/meta/pagination/prev").asString())
			.as(admin)
			.send()
			.body();
		assertThat(back.at("/data/0/id").asString()).isEqualTo(newer);
		assertThat(this.api.delete(TOKENS + "/" + newer).as(admin).send().status()).isEqualTo(204);
		assertThat(this.api.delete(TOKENS + "/" + newer).as(admin).send().code())
			.isEqualTo("registration-token.not-found");
		assertThat(acts(admin)).contains("REGISTRATION_TOKEN_REMOVED");
		assertThat(this.api.get(TOKENS + "?limit=1").as(admin).send().data().at("/0/id").asString()).isEqualTo(older);
	}

	@Test
	void invalidPropertyIsNamed() {
		var admin = this.api.admin();
		isInvalid(admin, "description", "not-null", (wish) -> wish.remove("description"));
		isInvalid(admin, "description", "storable-text", (wish) -> wish.put("description", " "));
		isInvalid(admin, "uses", "min", (wish) -> wish.put("uses", 0));
		isInvalid(admin, "expiresAt", "registration-token.expiry",
				(wish) -> wish.put("expiresAt", "2020-01-01T00:00:00Z"));
		isInvalid(admin, "expiresAt", "registration-token.expiry",
				(wish) -> wish.put("expiresAt", this.clock.instant().plus(Duration.ofDays(31)).toString()));
		isInvalid(admin, "scopes", "app.scope", (wish) -> wish.putArray("scopes").add("admin"));
		assertThat(give(admin, wish().put("password", "not mine")).code()).isEqualTo("auth.password-wrong");
	}

	@Test
	void tokenOfFormerAdministratorIsInvalid() {
		var giver = anotherAdmin();
		var token = given(giver);
		assertThat(register(token, reader()).status()).isEqualTo(201);
		var other = given(giver);
		role(giver, "moderator");
		isUnknown(register(other, reader()));
	}

	@Test
	void endOfAllSessionsRevokesTokens() {
		var giver = anotherAdmin();
		var token = given(giver);
		assertThat(this.api.post("/api/v1/auth/logout-all").as(giver).send().status()).isEqualTo(204);
		isUnknown(register(token, reader()));
		assertThat(this.api.get(TOKENS).as(this.api.admin()).send().body().toString()).doesNotContain(giver.id());
	}

	private TestUser anotherAdmin() {
		var somebody = this.api.register();
		role(somebody, "admin");
		this.appointed.add(somebody);
		return this.api.login(somebody.username(), Api.PASSWORD);
	}

	private String given(TestUser giver) {
		return give(giver, wish().put("password", Api.PASSWORD)).data().path("token").asString();
	}

	private void role(TestUser whom, String role) {
		var answer = this.api.put("/api/v1/admin/users/" + whom.id() + "/role", "{\"role\": \"%s\"}".formatted(role))
			.as(this.api.admin())
			.send();
		assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
	}

	private void isInvalid(TestUser admin, String field, String code, Consumer<ObjectNode> change) {
		var wish = wish();
		change.accept(wish);
		TestResponse answer = give(admin, wish);
		assertThat(answer.status()).as(field).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(answer.body().at("/errors/0/code").asString()).as(field).isEqualTo(code);
	}

}
