package org.parley.auth.oauth.app;

import java.security.Principal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.auth.Api;
import org.parley.auth.AuthTest;
import org.parley.auth.Scene;
import org.parley.auth.oauth.client.AppScope;
import org.parley.auth.oauth.client.AppSecretEncoder;
import org.parley.auth.oauth.client.AppSettings;
import org.parley.auth.oauth.person.BrowserUser;
import org.parley.auth.tokens.session.UserSessions;
import org.parley.platform.domain.Ids;
import org.parley.platform.jobs.Job;
import org.parley.platform.test.client.TestResponse;
import org.parley.platform.test.client.TestUser;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsent;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationConsentService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;

import static org.assertj.core.api.Assertions.assertThat;

@AuthTest
class AppsIT extends Scene {

	private static final String OWN = "/api/v1/users/me/apps";

	private static final String ALL = "/api/v1/admin/oauth-clients";

	private static final String CONSENTS = "/api/v1/users/me/consents";

	private static final String ADMIN_PASSWORD = "the admin's password";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	@Autowired
	private RegisteredClientRepository registered;

	@Autowired
	private OAuth2AuthorizationService grants;

	@Autowired
	private OAuth2AuthorizationConsentService consents;

	@Autowired
	private UserSessions userSessions;

	@Autowired
	private Job endGrantsOfClosedApps;

	@Autowired
	private Job eraseAccounts;

	private final AppSecretEncoder encoder = new AppSecretEncoder();

	private TestUser somebody = new TestUser("", "", "", "");

	@BeforeEach
	void register() {
		this.somebody = this.api.register();
	}

	@Test
	void secretIsShownOnceAndStoredHashed() {
		var created = create(this.somebody);
		assertThat(created.status()).isEqualTo(201);
		var id = created.data().path("id").asString();
		assertThat(created.header("Location")).isEqualTo(OWN + "/" + id);
		var secret = created.data().path("clientSecret").asString();
		assertThat(secret).startsWith("parley_app_").hasSize(54);
		assertThat(String.valueOf(this.mongo.findById(id, Document.class, "oauth_clients"))).doesNotContain(secret);
		var listed = this.api.get(OWN).as(this.somebody).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0").propertyNames()).containsExactly("id", "ownerId", "name", "description", "homePage",
				"logoUrl", "kind", "redirectUris", "postLogoutRedirectUris", "scopes", "dpopRequired", "parRequired",
				"pkceOptional", "formPost", "disabled", "secrets", "createdAt", "changedAt");
		assertThat(listed.at("/0/ownerId").asString()).isEqualTo(this.somebody.id());
		assertThat(listed.at("/0/secrets/0").propertyNames()).containsExactly("createdAt", "until");
		assertThat(acts(this.somebody)).contains("APP_CREATED");
	}

	@Test
	void appIsARegisteredClient() {
		var created = create(this.somebody, wish().put("dpopRequired", true).put("parRequired", true)).data();
		var client = Objects.requireNonNull(this.registered.findByClientId(created.path("id").asString()));
		assertThat(client.getId()).isEqualTo(client.getClientId());
		assertThat(client.getClientName()).isEqualTo("Reading list");
		assertThat(client.getRedirectUris()).containsExactly("https://app.example.org/back");
		assertThat(client.getScopes()).containsExactlyInAnyOrder("openid", "threads:read");
		assertThat(client.getAuthorizationGrantTypes())
			.containsExactlyInAnyOrder(AuthorizationGrantType.AUTHORIZATION_CODE, AuthorizationGrantType.REFRESH_TOKEN);
		assertThat(client.getClientAuthenticationMethods()).containsExactlyInAnyOrder(
				ClientAuthenticationMethod.CLIENT_SECRET_BASIC, ClientAuthenticationMethod.CLIENT_SECRET_POST);
		assertThat(client.getClientSettings().isRequireProofKey()).isTrue();
		assertThat(client.getClientSettings().isRequireAuthorizationConsent()).isTrue();
		assertThat(client.getClientSettings().<Boolean>getSetting(AppSettings.BOUND_TOKENS)).isTrue();
		assertThat(client.getClientSettings().<Boolean>getSetting(AppSettings.PUSHED_REQUESTS)).isTrue();
		assertThat(client.getTokenSettings().isReuseRefreshTokens()).isFalse();
		assertThat(client.getTokenSettings().getAuthorizationCodeTimeToLive()).isEqualTo(Duration.ofMinutes(1));
		assertThat(this.encoder.matches(created.path("clientSecret").asString(), client.getClientSecret())).isTrue();
		assertThat(this.registered.findById(Ids.next())).isNull();
		var open = create(this.somebody, wish().put("kind", "native")).data();
		assertThat(open.has("clientSecret")).isFalse();
		assertThat(Objects.requireNonNull(this.registered.findById(open.path("id").asString()))
			.getClientAuthenticationMethods()).containsExactly(ClientAuthenticationMethod.NONE);
	}

	@Test
	void appMayHaveEveryScopeForEverybody() {
		var wish = wish();
		var scopes = wish.putArray("scopes");
		AppScope.names().stream().filter((name) -> !List.of("moderation", "admin").contains(name)).forEach(scopes::add);
		var created = create(this.somebody, wish);
		assertThat(created.status()).as(created.toString()).isEqualTo(201);
		assertThat(created.data().path("scopes")).hasSize(12);
	}

	@Test
	void rotatedSecretIsValidForADay() {
		var created = create(this.somebody).data();
		var first = created.path("clientSecret").asString();
		var address = OWN + "/" + created.path("id").asString();
		var request = this.api.post(address + "/secret", proof(Api.PASSWORD))
			.as(this.somebody)
			.header("Idempotency-Key", "once");
		var rotated = request.send();
		assertThat(rotated.status()).isEqualTo(201);
		assertThat(request.send().code()).isEqualTo("idempotency.done");
		var second = rotated.data().path("clientSecret").asString();
		assertThat(rotated.data().path("secrets")).hasSize(2);
		assertThat(accepted(created.path("id").asString(), first)).isTrue();
		assertThat(accepted(created.path("id").asString(), second)).isTrue();
		this.clock.move(Duration.ofHours(24));
		assertThat(accepted(created.path("id").asString(), first)).isFalse();
		assertThat(accepted(created.path("id").asString(), second)).isTrue();
		assertThat(acts(this.somebody)).contains("APP_SECRET_ROTATED");
		this.clock.reset();
		assertThat(this.api.post(address + "/secret", proof("not mine")).as(this.somebody).send().code())
			.isEqualTo("auth.password-wrong");
	}

	@Test
	void changeRequiresPasswordAndCurrentVersion() {
		var address = OWN + "/" + create(this.somebody).data().path("id").asString();
		var tag = this.api.get(address).as(this.somebody).send().header("ETag");
		var change = JSON.createObjectNode().put("name", "Other").put("homePage", "").put("password", Api.PASSWORD);
		var changed = this.api.patch(address, change.toString()).as(this.somebody).header("If-Match", tag).send();
		assertThat(changed.status()).isEqualTo(200);
		assertThat(changed.data().path("name").asString()).isEqualTo("Other");
		assertThat(changed.data().path("homePage").isNull()).isTrue();
		assertThat(changed.data().path("scopes")).hasSize(2);
		assertThat(this.api.patch(address, change.toString()).as(this.somebody).header("If-Match", tag).send().code())
			.isEqualTo("request.precondition-failed");
		assertThat(this.api.delete(address).as(this.somebody).header("If-Match", tag).send().status()).isEqualTo(412);
		assertThat(
				this.api.patch(address, change.put("password", "not mine").toString()).as(this.somebody).send().code())
			.isEqualTo("auth.password-wrong");
		change.put("password", Api.PASSWORD);
		isInvalid(this.api.patch(address, change.put("disabled", false).toString()).as(this.somebody).send(),
				"disabled", "app.disabled");
		change.remove("disabled");
		change.putArray("scopes").add("admin");
		isInvalid(this.api.patch(address, change.toString()).as(this.somebody).send(), "scopes", "app.scope");
	}

	@Test
	void onlyAdministratorsAllowOlderSoftware() {
		var id = create(this.somebody).data().path("id").asString();
		var wish = JSON.createObjectNode().put("pkceOptional", true).put("password", Api.PASSWORD);
		isInvalid(this.api.patch(OWN + "/" + id, wish.toString()).as(this.somebody).send(), "pkceOptional",
				"app.disabled");
		wish.remove("pkceOptional");
		wish.put("formPost", true);
		isInvalid(this.api.patch(OWN + "/" + id, wish.toString()).as(this.somebody).send(), "formPost", "app.disabled");
		var client = Objects.requireNonNull(this.registered.findById(id));
		assertThat(client.getClientSettings().isRequireProofKey()).isTrue();
		wish.put("pkceOptional", true).put("password", ADMIN_PASSWORD);
		var changed = this.api.patch(ALL + "/" + id, wish.toString()).as(this.api.admin()).send();
		assertThat(changed.data().path("pkceOptional").asBoolean()).isTrue();
		assertThat(changed.data().path("formPost").asBoolean()).isTrue();
		assertThat(Objects.requireNonNull(this.registered.findById(id)).getClientSettings().isRequireProofKey())
			.isFalse();
		var renamed = JSON.createObjectNode().put("name", "Older").put("password", Api.PASSWORD).toString();
		assertThat(this.api.patch(OWN + "/" + id, renamed).as(this.somebody).send().data().path("formPost").asBoolean())
			.as("kept by changes of its owner")
			.isTrue();
		var phone = create(this.somebody, wish().put("kind", "native")).data().path("id").asString();
		isInvalid(this.api.patch(ALL + "/" + phone, wish.toString()).as(this.api.admin()).send(), "pkceOptional",
				"app.pkce-required");
		wish.put("pkceOptional", false);
		isInvalid(this.api.patch(ALL + "/" + phone, wish.toString()).as(this.api.admin()).send(), "formPost",
				"app.no-form-post");
	}

	@Test
	void invalidPropertyIsNamed() {
		isInvalid(create(this.somebody, wish().put("homePage", "http://example.org")), "homePage", "app.address");
		for (var scope : List.of("admin", "moderation", "parley")) {
			var wish = wish();
			wish.putArray("scopes").add(scope);
			isInvalid(create(this.somebody, wish), "scopes", "app.scope");
		}
		var wish = wish();
		wish.putArray("redirectUris").add("http://example.org/back");
		isInvalid(create(this.somebody, wish), "redirectUris", "app.address");
		assertThat(create(this.somebody, wish().put("password", "not mine")).code()).isEqualTo("auth.password-wrong");
		assertThat(this.api.get(OWN).as(this.somebody).send().data()).isEmpty();
	}

	@Test
	void appOfAMemberMayNotBeCalledAsTheForumOrItsStaff() {
		var id = create(this.somebody).data().path("id").asString();
		for (var name : List.of("Parley", "Parley Support", "Official moderator", "\u0430dmin")) {
			isInvalid(create(this.somebody, wish().put("name", name)), "name", "display-name.reserved");
			var renamed = JSON.createObjectNode().put("name", name).put("password", Api.PASSWORD).toString();
			isInvalid(this.api.patch(OWN + "/" + id, renamed).as(this.somebody).send(), "name",
					"display-name.reserved");
		}
		var other = wish().put("name", "Parley Support").put("password", ADMIN_PASSWORD);
		assertThat(this.api.post(ALL, other.toString()).as(this.api.admin()).send().status()).isEqualTo(201);
	}

	@Test
	void appIsAccessibleToItsOwnerOnly() {
		var address = OWN + "/" + create(this.somebody).data().path("id").asString();
		var other = this.api.register();
		var change = proof(Api.PASSWORD);
		for (var request : List.of(this.api.get(address), this.api.patch(address, change), this.api.delete(address),
				this.api.post(address + "/secret", change))) {
			assertThat(request.send().status()).as("anonymous").isEqualTo(401);
			assertThat(request.as(other).send().code()).as("another user").isEqualTo("app.not-found");
		}
		assertThat(this.api.get(OWN).as(other).send().data()).isEmpty();
		assertThat(this.api.get(OWN).send().status()).isEqualTo(401);
	}

	@Test
	void eleventhAppIsRefused() throws Exception {
		var id = create(this.somebody).data().path("id").asString();
		var one = Objects.requireNonNull(this.mongo.findById(id, Document.class, "oauth_clients"));
		for (int i = 1; i < 9; i++) {
			this.mongo.insert(new Document(one).append("_id", Ids.next()), "oauth_clients");
		}
		try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
			Callable<TestResponse> call = () -> create(this.somebody);
			var answers = both.invokeAll(List.of(call, call)).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(TestResponse::status).containsExactlyInAnyOrder(201, 409);
		}
		assertThat(create(this.somebody).code()).isEqualTo("app.too-many");
		assertThat(this.api.delete(OWN + "/" + id).as(this.somebody).send().status()).isEqualTo(204);
		assertThat(create(this.somebody).status()).isEqualTo(201);
	}

	@Test
	void appOfBannedOrClosedAccountIsUnknown() {
		var id = create(this.somebody).data().path("id").asString();
		ban(this.somebody, "ban", "{\"reason\": \"Rude.\"}");
		assertThat(this.registered.findById(id)).isNull();
		ban(this.somebody, "unban", null);
		assertThat(this.registered.findById(id)).isNotNull();
		close(this.api.login(this.somebody.username(), Api.PASSWORD));
		assertThat(this.registered.findById(id)).isNull();
	}

	@Test
	void administratorsManageAllApps() {
		var admin = this.api.admin();
		var own = create(this.somebody).data().path("id").asString();
		assertThat(this.api.get(ALL + "?owner=" + this.somebody.id()).as(admin).send().data()).singleElement()
			.satisfies((app) -> assertThat(app.path("id").asString()).isEqualTo(own));
		var wish = wish().put("password", ADMIN_PASSWORD).put("kind", "service");
		wish.putArray("scopes").add("admin");
		wish.putArray("redirectUris");
		var made = this.api.post(ALL, wish.toString()).as(admin).send();
		assertThat(made.status()).isEqualTo(201);
		assertThat(made.data().path("ownerId").isNull()).isTrue();
		var address = made.header("Location");
		assertThat(this.api.get(address).as(admin).send().data().path("scopes").toString()).isEqualTo("[\"admin\"]");
		assertThat(Objects.requireNonNull(this.registered.findById(made.data().path("id").asString()))
			.getAuthorizationGrantTypes()).containsExactly(AuthorizationGrantType.CLIENT_CREDENTIALS);
		var page = this.api.get(ALL + "?limit=1").as(admin).send().body();
		assertThat(page.at("/data/0/id").asString()).as("the newest").isEqualTo(made.data().path("id").asString());
		var next = this.api.get(ALL + "?limit=1&cursor=" + page.at("/meta/pagination/next").asString())
			.as(admin)
			.send()
			.body();
		assertThat(next.at("/data/0/id").asString()).isEqualTo(own);
		assertThat(this.api.post(address + "/secret", proof(ADMIN_PASSWORD)).as(admin).send().data().path("secrets"))
			.hasSize(2);
		assertThat(this.api.post(address + "/secret", proof("not mine")).as(admin).send().code())
			.isEqualTo("auth.password-wrong");
		assertThat(this.api.delete(address).as(admin).send().status()).isEqualTo(204);
		assertThat(this.api.get(address).as(admin).send().code()).isEqualTo("app.not-found");
	}

	@Test
	void disabledAppIsUnknownAndItsGrantsEnd() {
		var id = create(this.somebody).data().path("id").asString();
		var user = this.api.register();
		var grant = permit(user, id);
		var late = permit(user, id);
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(late)), Update.update("client", "hidden"),
				"oauth_grants");
		var admin = this.api.admin();
		var disabling = JSON.createObjectNode().put("disabled", true).put("password", ADMIN_PASSWORD).toString();
		var disabled = this.api.patch(ALL + "/" + id, disabling).as(admin).send();
		assertThat(disabled.data().path("disabled").asBoolean()).isTrue();
		assertThat(this.registered.findById(id)).isNull();
		assertThat(this.grants.findById(grant)).isNull();
		assertThat(this.postbox.about(user.id(), "session.revoked").at("/data/sessionId").asString()).isEqualTo(grant);
		var enabling = disabling.replace("true", "false");
		assertThat(this.api.patch(ALL + "/" + id, enabling).as(admin).send().code()).isEqualTo("app.ending");
		// What was under way when it was disabled comes to light.
		this.mongo.updateFirst(Query.query(Criteria.where("_id").is(late)), Update.update("client", id),
				"oauth_grants");
		this.endGrantsOfClosedApps.run();
		assertThat(this.grants.findById(late)).isNull();
		this.clock.move(Duration.ofMinutes(1));
		this.endGrantsOfClosedApps.run();
		this.clock.reset();
		assertThat(this.api.patch(ALL + "/" + id, enabling).as(admin).send().status()).isEqualTo(200);
		assertThat(this.registered.findById(id)).isNotNull();
	}

	@Test
	void removedAppIsDeletedWithItsGrants() {
		var id = create(this.somebody).data().path("id").asString();
		var user = this.api.register();
		var grant = permit(user, id);
		assertThat(this.api.delete(OWN + "/" + id).as(this.somebody).send().status()).isEqualTo(204);
		assertThat(acts(this.somebody)).contains("APP_REMOVED");
		assertThat(this.grants.findById(grant)).isNull();
		assertThat(this.api.get(CONSENTS).as(user).send().data()).isEmpty();
		this.clock.move(Duration.ofMinutes(1));
		this.endGrantsOfClosedApps.run();
		assertThat(this.mongo.findById(id, Document.class, "oauth_clients")).isNull();
		assertThat(this.consents.findById(id, user.id())).isNull();
	}

	@Test
	void accessIsListedAndWithdrawn() {
		var id = create(this.somebody).data().path("id").asString();
		var user = this.api.register();
		var grant = permit(user, id);
		var other = permit(this.somebody, id);
		var listed = this.api.get(CONSENTS).as(user).send().data();
		assertThat(listed).hasSize(1);
		assertThat(listed.at("/0/clientId").asString()).isEqualTo(id);
		assertThat(listed.at("/0/name").asString()).isEqualTo("Reading list");
		assertThat(listed.at("/0/scopes").toString()).isEqualTo("[\"openid\",\"threads:read\"]");
		assertThat(listed.at("/0/lastUsedAt").asString()).isNotEmpty();
		assertThat(this.api.delete(CONSENTS + "/" + id).as(user).send().status()).isEqualTo(204);
		assertThat(this.api.delete(CONSENTS + "/" + id).as(user).send().code()).isEqualTo("consent.not-found");
		assertThat(this.grants.findById(grant)).isNull();
		assertThat(this.consents.findById(id, user.id())).isNull();
		assertThat(this.grants.findById(other)).as("grant of another user").isNotNull();
		var told = this.postbox.about(user.id(), "session.revoked");
		assertThat(told.at("/data/sessionId").asString()).isEqualTo(grant);
		assertThat(told.at("/data/reason").asString()).isEqualTo("ended-by-owner");
		assertThat(acts(user)).contains("APP_ACCESS_WITHDRAWN");
		assertThat(this.api.get(CONSENTS).send().status()).isEqualTo(401);
		assertThat(this.api.delete(CONSENTS + "/" + id).send().status()).isEqualTo(401);
	}

	@Test
	void deletedUserLosesTheirApps() {
		var id = create(this.somebody).data().path("id").asString();
		var user = this.api.register();
		var grant = permit(user, id);
		close(this.somebody);
		this.clock.move(Duration.ofDays(14));
		this.eraseAccounts.run();
		assertThat(this.grants.findById(grant)).isNull();
		this.clock.move(Duration.ofMinutes(1));
		this.endGrantsOfClosedApps.run();
		assertThat(this.mongo.findById(id, Document.class, "oauth_clients")).isNull();
		assertThat(this.consents.findById(id, user.id())).isNull();
	}

	/** Gives an app a token of a user. */
	private String permit(TestUser user, String app) {
		var id = Ids.next();
		var now = this.clock.instant();
		var session = this.userSessions.findLive(user.id(), now).getFirst().id();
		var client = Objects.requireNonNull(this.registered.findById(app));
		this.consents.save(OAuth2AuthorizationConsent.withId(app, user.id()).scope("threads:read").build());
		this.grants.save(OAuth2Authorization.withRegisteredClient(client)
			.id(id)
			.principalName(user.id())
			.authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
			.authorizedScopes(client.getScopes())
			.attribute(Principal.class.getName(), new BrowserUser(user.id(), session, Instant.EPOCH))
			.token(new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "access-" + id, now, now.plusSeconds(900)))
			.build());
		return id;
	}

	private boolean accepted(String id, String secret) {
		return this.encoder.matches(secret,
				Objects.requireNonNull(this.registered.findByClientId(id)).getClientSecret());
	}

	private TestResponse create(TestUser owner) {
		return create(owner, wish());
	}

	private TestResponse create(TestUser owner, ObjectNode wish) {
		return this.api.post(OWN, wish.toString()).as(owner).send();
	}

	private static ObjectNode wish() {
		var wish = JSON.createObjectNode()
			.put("name", "Reading list")
			.put("homePage", "https://app.example.org")
			.put("kind", "web")
			.put("password", Api.PASSWORD);
		wish.putArray("redirectUris").add("https://app.example.org/back");
		wish.putArray("scopes").add("threads:read").add("openid");
		return wish;
	}

	private static String proof(String password) {
		return JSON.createObjectNode().put("password", password).toString();
	}

	private void ban(TestUser whom, String what, @Nullable String body) {
		var answer = this.api.request("POST", "/api/v1/admin/users/" + whom.id() + "/" + what, body)
			.as(this.api.admin())
			.send();
		assertThat(answer.status()).isEqualTo(200);
	}

	private void close(TestUser whom) {
		assertThat(this.api.request("DELETE", "/api/v1/users/me", proof(Api.PASSWORD)).as(whom).send().status())
			.isEqualTo(202);
	}

	private static void isInvalid(TestResponse answer, String field, String code) {
		assertThat(answer.status()).as(field).isEqualTo(400);
		assertThat(answer.body().at("/errors/0/field").asString()).isEqualTo(field);
		assertThat(answer.body().at("/errors/0/code").asString()).isEqualTo(code);
	}

}
