package org.parley.auth.oauth.registration;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.auth.AuthTest;
import org.parley.auth.Race;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.database.StoredTexts;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

@AuthTest
class RegistrationIT extends RegistrationScene {

	private static final String ADMINS = "/api/v1/admin/oauth-clients";

	@Autowired
	private RegisteredClientRepository registered;

	@Autowired
	private Race race;

	@ParameterizedTest
	@ValueSource(strings = { "/.well-known/openid-configuration", "/.well-known/oauth-authorization-server" })
	void discoveryNamesTheEndpoint(String discovery) {
		assertThat(this.api.get(discovery).send().body().path("registration_endpoint").asString())
			.isEqualTo(TestTokens.ISSUER + REGISTER);
	}

	@Test
	void clientIsRegistered() {
		var answer = register(token(), reader().put("scope", "openid threads:read").put("surprise", 7));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("Pragma")).isEqualTo("no-cache");
		assertThat(answer.header("Content-Type")).startsWith("application/json");
		var told = answer.body();
		assertThat(told.propertyNames()).containsExactly("client_id", "client_secret", "client_id_issued_at",
				"client_secret_expires_at", "registration_access_token", "registration_client_uri", "client_name",
				"application_type", "redirect_uris", "post_logout_redirect_uris", "grant_types", "response_types",
				"token_endpoint_auth_method", "scope", "subject_type", "id_token_signed_response_alg",
				"dpop_bound_access_tokens", "require_pushed_authorization_requests");
		var id = told.path("client_id").asString();
		assertThat(told.path("client_id_issued_at").asLong()).isCloseTo(this.clock.instant().getEpochSecond(),
				within(20L));
		assertThat(told.path("client_secret_expires_at").asLong(-1)).isZero();
		assertThat(told.path("registration_client_uri").asString()).isEqualTo(TestTokens.ISSUER + REGISTER + "/" + id);
		assertThat(told.path("grant_types").toString()).isEqualTo("[\"authorization_code\",\"refresh_token\"]");
		assertThat(told.path("scope").asString()).isEqualTo("openid threads:read");
		var client = Objects.requireNonNull(this.registered.findByClientId(id));
		assertThat(client.getClientSettings().isRequireAuthorizationConsent()).isTrue();
		assertThat(client.getClientSettings().isRequireProofKey()).isTrue();
		assertThat(client.getScopes()).containsExactlyInAnyOrder("openid", "threads:read");
		assertThat(client.getRedirectUris()).containsExactly("https://reader.example.org/back");
	}

	@Test
	void secretsAreStoredHashed() {
		var token = token();
		var told = register(token, reader()).body();
		for (var secret : List.of(token, told.path("client_secret").asString(),
				told.path("registration_access_token").asString())) {
			assertThat(secret).matches("parley_(init|app|reg)_[A-Za-z0-9_-]{43}");
			assertThat(StoredTexts.collectionsContaining(this.mongo, secret.substring(secret.length() - 43))).isEmpty();
		}
	}

	@Test
	void registeredClientHasNoOwnerAndIsAudited() {
		var admin = this.api.admin();
		var given = give(admin, wish()).data();
		var id = register(given.path("token").asString(), reader()).body().path("client_id").asString();
		var app = this.api.get(ADMINS + "/" + id).as(admin).send().data();
		assertThat(app.path("ownerId").isNull()).isTrue();
		assertThat(app.path("name").asString()).isEqualTo("Reader");
		var act = this.api.get("/api/v1/admin/audit?act=app-registered&limit=1").as(admin).send().data().path(0);
		assertThat(act.path("userId").asString()).isEqualTo(admin.id());
		assertThat(act.path("by").isNull()).isTrue();
		assertThat(act.path("detail").asString()).isEqualTo(id + " by " + given.path("id").asString());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					{"redirect_uris": ["https://a.example.org/b"], "token_endpoint_auth_method": "client_secret_post"} | web | true | client_secret_post
					{"redirect_uris": ["http://127.0.0.1/b", "org.example.app:/b"], "application_type": "native"} | native | false | none
					{"grant_types": ["client_credentials"]}                                                     | service | true  | client_secret_basic
					{"grant_types": ["urn:ietf:params:oauth:grant-type:device_code"]}                           | device  | false | none
					""")
	void everyKindIsRegistered(String metadata, String kind, boolean secret, String method) {
		var answer = register(token(), "{\"client_name\": \"Any\", " + metadata.strip().substring(1));
		assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
		var told = answer.body();
		assertThat(told.has("client_secret")).isEqualTo(secret);
		assertThat(told.has("client_secret_expires_at")).isEqualTo(secret);
		assertThat(told.path("token_endpoint_auth_method").asString()).isEqualTo(method);
		assertThat(told.path("scope").asString())
			.isEqualTo("openid profile email threads:read threads:write chat:read chat:write social:read social:write"
					+ " media:write notifications webhooks");
		var app = this.api.get(ADMINS + "/" + told.path("client_id").asString()).as(this.api.admin()).send().data();
		assertThat(app.path("kind").asString()).isEqualTo(kind);
		assertThat(app.path("secrets")).hasSize(secret ? 1 : 0);
	}

	@Test
	void registeredClientGetsTokens() {
		var told = register(token(),
				"{\"client_name\": \"S\", \"grant_types\": [\"client_credentials\"], " + "\"scope\": \"threads:read\"}")
			.body();
		var proof = told.path("client_id").asString() + ":" + told.path("client_secret").asString();
		var tokens = this.api.post("/oauth2/token", "grant_type=client_credentials&scope=threads:read")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Authorization",
					"Basic " + Base64.getEncoder().encodeToString(proof.getBytes(StandardCharsets.UTF_8)))
			.send();
		assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
		assertThat(tokens.body().path("scope").asString()).isEqualTo("threads:read");
	}

	@Test
	void refusedRegistrationDoesNotUseTheToken() {
		var token = token(wish().put("uses", 2));
		assertThat(register(token, reader()).status()).isEqualTo(201);
		assertThat(left()).isOne();
		var apps = apps();
		isRefused(register(token, reader().put("scope", "admin")), "invalid_client_metadata", "scope");
		isRefused(register(token, "{"), "invalid_client_metadata", "the body");
		isRefused(register(token, reader().put("client_name", "x".repeat(101))), "invalid_client_metadata",
				"client_name");
		assertThat(left()).isOne();
		assertThat(apps()).isEqualTo(apps);
		assertThat(register(token, reader()).status()).isEqualTo(201);
		isUnknown(register(token, reader()));
		assertThat(apps()).isEqualTo(apps + 1);
	}

	@Test
	void concurrentUsesOfTheLastTokenHaveOneWinner() {
		var token = token();
		var apps = apps();
		Callable<TestResponse> registering = () -> register(token, reader());
		var answers = this.race.run("update", "oauth_initial_tokens", List.of(registering, registering));
		assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 401);
		assertThat(apps()).isEqualTo(apps + 1);
		assertThat(left()).isZero();
	}

	@Test
	void concurrentRegistrationsSucceed() {
		var token = token(wish().put("uses", 2));
		Callable<TestResponse> registering = () -> register(token, reader());
		var answers = this.race.run("update", "oauth_initial_tokens", List.of(registering, registering));
		assertThat(answers).extracting(TestResponse::status).containsOnly(201);
		assertThat(left()).isZero();
	}

	@Test
	void invalidTokenRegistersNothing() {
		var admin = this.api.admin();
		var over = token();
		this.clock.move(Duration.ofDays(1));
		isUnknown(register(over, reader()));
		this.clock.reset();
		var given = give(admin, wish()).data();
		assertThat(this.api.delete(TOKENS + "/" + given.path("id").asString()).as(admin).send().status())
			.isEqualTo(204);
		isUnknown(register(given.path("token").asString(), reader()));
		isUnknown(register(admin.accessToken(), reader()));
		isUnknown(register("parley_init_" + "A".repeat(43), reader()));
		isUnknown(register("nobody's", "{"));
		var without = this.api.post(REGISTER, "{").send();
		assertThat(without.status()).isEqualTo(401);
		assertThat(without.header("WWW-Authenticate")).isEqualTo("Bearer");
		assertThat(this.api.post(REGISTER, reader().toString())
			.header("Authorization", "Basic " + token())
			.send()
			.status()).isEqualTo(401);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://a.example.org/b", "javascript:alert(1)" })
	void otherRedirectUriIsRefused(String address) {
		var token = token();
		var metadata = reader();
		metadata.putArray("redirect_uris").add(address);
		isRefused(register(token, metadata), "invalid_redirect_uri", "redirect_uris must be https");
		metadata.putArray("redirect_uris").add("https://a.example.org/b");
		metadata.putArray("post_logout_redirect_uris").add(address);
		isRefused(register(token, metadata), "invalid_client_metadata", "post_logout_redirect_uris must be https");
		assertThat(left()).isOne();
	}

	@Test
	void tooManyRedirectUrisAreRefused() {
		var token = token();
		var metadata = reader();
		var addresses = metadata.putArray("redirect_uris");
		isRefused(register(token, metadata), "invalid_redirect_uri", "redirect_uris must have at least one item");
		for (int i = 0; i < 11; i++) {
			addresses.add("https://a.example.org/" + i);
		}
		isRefused(register(token, metadata), "invalid_redirect_uri", "redirect_uris must have at most 10 items");
		metadata.putArray("grant_types").add("client_credentials");
		metadata.putArray("redirect_uris").add("https://a.example.org/b");
		isRefused(register(token, metadata), "invalid_redirect_uri", "redirect_uris must be empty");
		isRefused(register(token, reader().put("client_uri", "http://a.example.org")), "invalid_client_metadata",
				"client_uri must be an https address");
		isRefused(register(token, reader().put("logo_uri", "data:image/png,x")), "invalid_client_metadata", "logo_uri");
		isRefused(register(token, reader().put("client_name", "two\nlines")), "invalid_client_metadata", "client_name");
	}

	@ParameterizedTest
	@ValueSource(strings = { "openid admin", "parley", "", "openid\tprofile" })
	void privilegedScopeIsRefused(String scope) {
		isRefused(register(token(), reader().put("scope", scope)), "invalid_client_metadata", "scope must be");
		assertThat(left()).isOne();
	}

	@Test
	void tokenLimitsKindsAndScopes() {
		var wish = wish().put("uses", 10);
		wish.putArray("kinds").add("web");
		wish.putArray("scopes").add("openid").add("profile");
		var token = token(wish);
		isRefused(register(token, reader().put("scope", "openid threads:read")), "invalid_client_metadata",
				"scope must be scopes that this token covers");
		isRefused(register(token, reader().put("token_endpoint_auth_method", "none")), "invalid_client_metadata",
				"grant_types must be a kind that this token covers");
		assertThat(register(token, reader()).body().path("scope").asString()).isEqualTo("openid profile");
	}

	@Test
	void clientReadsOnlyItsOwnRegistration() {
		var told = register(token(), reader()).body();
		var address = REGISTER + "/" + told.path("client_id").asString();
		var own = told.path("registration_access_token").asString();
		var read = this.api.get(address).token(own).send();
		assertThat(read.status()).isEqualTo(200);
		assertThat(read.header("Cache-Control")).isEqualTo("no-store");
		var expected = (ObjectNode) told.deepCopy();
		expected.remove(List.of("client_secret", "client_secret_expires_at"));
		assertThat(read.body()).isEqualTo((JsonNode) expected);
		var other = register(token(), reader()).body().path("registration_access_token").asString();
		for (var wrong : List.of(other, token(), this.api.admin().accessToken(), own + "x", "")) {
			assertThat(this.api.get(address).token(wrong).send().status()).as(wrong).isEqualTo(401);
			assertThat(this.api.delete(address).token(wrong).send().status()).as(wrong).isEqualTo(401);
		}
		assertThat(this.api.get(address).send().status()).isEqualTo(401);
		isUnknown(this.api.get(REGISTER + "/nobody").token(own).send());
		assertThat(this.api.get(address).token(own).send().status()).isEqualTo(200);
	}

	@Test
	void disabledClientReadsNothing() {
		var told = register(token(), reader()).body();
		var id = told.path("client_id").asString();
		var disabling = JSON.createObjectNode().put("disabled", true).put("password", ADMIN_PASSWORD).toString();
		assertThat(this.api.patch(ADMINS + "/" + id, disabling).as(this.api.admin()).send().status()).isEqualTo(200);
		isUnknown(this.api.get(REGISTER + "/" + id).token(told.path("registration_access_token").asString()).send());
		isUnknown(this.api.delete(REGISTER + "/" + id).token(told.path("registration_access_token").asString()).send());
	}

	@Test
	void clientRemovesItself() {
		var told = register(token(), reader()).body();
		var id = told.path("client_id").asString();
		var own = told.path("registration_access_token").asString();
		var gone = this.api.delete(REGISTER + "/" + id).token(own).send();
		assertThat(gone.status()).isEqualTo(204);
		assertThat(gone.header("Cache-Control")).isEqualTo("no-store");
		assertThat(this.registered.findByClientId(id)).isNull();
		isUnknown(this.api.get(REGISTER + "/" + id).token(own).send());
		isUnknown(this.api.delete(REGISTER + "/" + id).token(own).send());
		var act = this.mongo.findOne(Query.query(Criteria.where("detail").is(id).and("act").is("APP_REMOVED")),
				Document.class, "audit");
		assertThat(Objects.requireNonNull(act).get("by")).isNull();
	}

	/** Shows changes of administrators. */
	@Test
	void registrationShowsChangesOfAdministrators() {
		var told = register(token(), reader()).body();
		var id = told.path("client_id").asString();
		var change = JSON.createObjectNode().put("name", "Other").put("password", ADMIN_PASSWORD).toString();
		assertThat(this.api.patch(ADMINS + "/" + id, change).as(this.api.admin()).send().status()).isEqualTo(200);
		var read = this.api.get(REGISTER + "/" + id).token(told.path("registration_access_token").asString()).send();
		assertThat(read.body().path("client_name").asString()).isEqualTo("Other");
		assertThat(this.api.put(REGISTER + "/" + id, "{}")
			.token(told.path("registration_access_token").asString())
			.send()
			.status()).as("the update of RFC 7592 is unsupported").isEqualTo(405);
	}

	@Test
	void responseIsAlwaysJson() {
		var answer = this.api.post(REGISTER, reader().toString()).token(token()).header("Accept", "text/html").send();
		assertThat(answer.status()).isEqualTo(201);
		assertThat(answer.header("Content-Type")).startsWith("application/json");
	}

	@Test
	void malformedInputIsRefused() {
		var token = token();
		for (var body : List.of("", "null", "[]", "[{}]", "{", "{}", "7", "\"a\"", "NaN", "{\"a\": 1}}",
				"{\"client_name\": {\"$ne\": null}}", "{\"client_name\": [\"a\"]}", "{\"redirect_uris\": {\"a\": 1}}",
				"{\"client_name\": \"a\\u0000b\"}", "{\"client_name\": \"half \\ud83e\"}",
				"{\"client_name\": \"a\", \"client_name\": \"b\"}", "{\"scope\": 1e999}",
				"[".repeat(20_000) + "]".repeat(20_000), "{\"a\": " + "[".repeat(20_000) + "]".repeat(20_000) + "}",
				"{\"client_name\": \"" + "x".repeat(200_000) + "\"}",
				"{\"client_name\": \"a\", \"redirect_uris\": [" + "\"a\",".repeat(20_000) + "\"a\"]}",
				"{\"client_name\": \"a\", \"grant_types\": [" + "\"a\",".repeat(20_000) + "\"a\"]}",
				"{\"client_name\": \"a\", \"redirect_uris\": [\"https://a.example.org/\"], \"scope\": \""
						+ "x ".repeat(20_000) + "x\"}")) {
			var answer = register(token, body);
			assertThat(answer.status()).as("%.60s %s", body, answer).isEqualTo(400);
			assertThat(answer.body().path("error").asString()).as(body).startsWith("invalid_");
			assertThat(answer.body().path("error_description").asString()).hasSizeLessThan(200);
		}
		assertThat(register(token, "\"" + "x".repeat(300_000) + "\"").status()).isEqualTo(413);
		assertThat(this.api.post(REGISTER, "a=b")
			.token(token)
			.header("Content-Type", "application/x-www-form-urlencoded")
			.send()
			.status()).isEqualTo(415);
		assertThat(this.api.post(REGISTER, "{}").token(token).header("Content-Type", "nonsense").send().status())
			.isEqualTo(415);
		assertThat(this.api.post(REGISTER).token(token).send().status()).isIn(400, 415);
		for (var method : List.of("GET", "PUT", "PATCH", "DELETE")) {
			assertThat(this.api.request(method, REGISTER, null).token(token).send().status()).as(method).isEqualTo(405);
		}
		for (var id : List.of("%00", "%ff", "..", "x".repeat(5_000), "%7B%22$ne%22:null%7D", "a/b")) {
			assertThat(this.api.get(REGISTER + "/" + id).token(token).send().status()).as(id).isBetween(400, 499);
		}
		for (var wrong : List.of("", "x", "Bearer", "x".repeat(4_000))) {
			assertThat(this.api.post(REGISTER, "{}").header("Authorization", wrong).send().status()).as(wrong)
				.isBetween(400, 499);
		}
		assertThat(left()).isOne();
	}

	/** Spring's own endpoints are disabled, and its repository registers nothing. */
	@Test
	void springsEndpointsAreDisabled() {
		assertThat(this.api.post("/connect/register", reader().toString()).token(token()).send().status()).isIn(401,
				403, 404);
		assertThatExceptionOfType(UnsupportedOperationException.class)
			.isThrownBy(() -> this.registered.save(RegisteredClient
				.from(Objects.requireNonNull(
						this.registered.findById(register(token(), reader()).body().path("client_id").asString())))
				.build()));
	}

	private long apps() {
		return this.mongo.getCollection("oauth_clients").countDocuments();
	}

}
