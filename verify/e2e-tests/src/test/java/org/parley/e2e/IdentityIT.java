package org.parley.e2e;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Account functions of users and administrators through the gateway, with and without
 * permission.
 */
@EndToEnd
class IdentityIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String OTHER_PASSWORD = "four other words entirely";

	private final RunningSystem system;

	private final String username = TestUsers.unique("ida");

	private final String address = this.username + "@example.org";

	/** The client address that the refresh tokens belong to. */
	private final ApiUser device;

	private final GatewayResponse session;

	private final ApiUser ida;

	private final ApiUser stranger;

	IdentityIT(RunningSystem system) {
		this.system = system;
		this.device = guest();
		this.session = register(this.device, this.username);
		this.ida = signedIn(this.session);
		this.stranger = signedIn(register(guest(), TestUsers.unique("stranger")));
	}

	@Test
	void sessionsAreListedAndEndedByOwnerOnly() {
		var elsewhere = logIn(guest()).is(200);
		var there = signedIn(elsewhere);
		var sessions = this.ida.get("/auth/sessions").is(200);
		assertThat(sessions.at("/data")).hasSize(2);
		var id = sessions.at("/data")
			.valueStream()
			.filter((item) -> !item.path("current").asBoolean())
			.map((item) -> item.path("id").asString())
			.findAny()
			.orElseThrow();
		guest().delete("/auth/sessions/" + id).refused(401, "auth.required");
		this.stranger.delete("/auth/sessions/" + id).refused(404, "session.not-found");
		there.get("/threads").is(200);
		this.ida.delete("/auth/sessions/" + id).is(204);
		assertSessionEnded(there, elsewhere);
		this.ida.get("/users/me").is(200);

		this.ida.post("/auth/logout-all").is(204);
		assertSessionEnded(this.ida, this.session);
		this.stranger.get("/users/me").is(200);
	}

	/** It sends messages by the API, too. */
	@Test
	void socketTokenEndsWithItsSessionAndCountsAsItsUser() {
		var sockets = guest().signedIn(this.ida.post("/auth/socket-token").is(200).text("/data/token"));
		var path = "/chat/conversations/01KAG2V8F2G4H6J8K0M2N4P6Q8/messages";
		var message = Map.of("text", "Still here?");
		var answer = sockets.post(path, message).refused(404, "conversation.not-found");
		assertThat(answer.header("RateLimit-Policy")).contains("\"user\"");
		this.ida.post("/auth/logout-all").is(204);
		Await.within(SOON, () -> sockets.post(path, message).refused(401, "auth.token-revoked"));
	}

	@Test
	void passwordChangeNeedsOldPasswordAndEndsOtherSessions() {
		var elsewhere = logIn(guest()).is(200);
		change(guest(), TestUsers.PASSWORD).refused(401, "auth.required");
		change(this.ida, "not this one").refused(403, "auth.password-wrong");
		change(this.ida, TestUsers.PASSWORD).is(204);
		assertSessionEnded(signedIn(elsewhere), elsewhere);
		this.ida.get("/users/me").is(200);
		logIn(guest()).refused(401, "auth.bad-credentials");
		logIn(guest(), OTHER_PASSWORD).is(200);
	}

	@Test
	void passwordGuessingIsThrottledButOwnerIsNot() {
		var guesser = guest();
		for (int i = 0; i < 5; i++) {
			logIn(guesser, "guess " + i).refused(401, "auth.bad-credentials");
		}
		var call = guesser.request("POST", "/auth/login", Map.of("login", this.username, "password", "guess 6"));
		Await.within(SOON,
				() -> this.system.gateway().exchange(call).refused(429, "auth.slow-down").has("Retry-After"));
		logIn(this.device).is(200);
	}

	@Test
	void concurrentLoginsAreAnswered() throws Exception {
		try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
			var calls = Stream.<Callable<GatewayResponse>>generate(() -> () -> logIn(guest())).limit(200).toList();
			var answers = people.invokeAll(calls).stream().map(Future::resultNow).toList();
			assertThat(answers).extracting(GatewayResponse::status).contains(200).isSubsetOf(200, 503);
			answers.stream()
				.filter((answer) -> answer.status() == 503)
				.forEach((answer) -> answer.refused(503, "auth.busy").has("Retry-After"));
		}
		Await.within(SOON, () -> logIn(guest()).is(200));
	}

	@Test
	void cookieRefreshIsLimitedToSameSite() {
		var answer = this.device
			.post("/auth/login", Map.of("login", this.username, "password", TestUsers.PASSWORD, "delivery", "cookie"))
			.is(200);
		assertThat(answer.at("/data").has("refreshToken")).isFalse();
		var cookie = answer.headers()
			.allValues("Set-Cookie")
			.stream()
			.filter((line) -> line.startsWith("parley_refresh="))
			.findAny()
			.orElseThrow();
		assertThat(cookie).contains("HttpOnly", "SameSite=");
		var browser = this.device.with("Cookie", cookie.split(";", 2)[0]);
		browser.post("/auth/refresh").refused(403, "auth.cross-site");
		browser.with("Sec-Fetch-Site", "cross-site").post("/auth/refresh").refused(403, "auth.cross-site");
		browser.with("Sec-Fetch-Site", "same-origin").post("/auth/refresh").is(200).has("Set-Cookie");
	}

	@Test
	void secondFactorIsRequiredUntilAdministratorRemovesIt() {
		guest().post("/auth/two-factor", Map.of("password", TestUsers.PASSWORD)).refused(401, "auth.required");
		this.ida.post("/auth/two-factor", Map.of("password", "not this one")).refused(403, "auth.password-wrong");
		var app = new AuthenticatorApp(
				this.ida.post("/auth/two-factor", Map.of("password", TestUsers.PASSWORD)).is(201).text("/data/secret"));
		var codes = this.ida.post("/auth/two-factor/confirm", Map.of("code", app.code(now()))).is(200);
		logIn(guest()).refused(401, "auth.otp-required");
		logIn(guest(), "not this one").refused(401, "auth.bad-credentials");
		// The current code has enabled the second factor, and each code works once.
		var code = app.code(now().plusSeconds(30));
		withCode(code).is(200);
		withCode(code).refused(401, "auth.otp-wrong");
		var recovery = codes.text("/data/recoveryCodes/0");
		withCode(recovery).is(200);
		withCode(recovery).refused(401, "auth.otp-wrong");
		this.ida.post("/auth/tokens", token("threads:read")).refused(403, "auth.otp-required");

		var path = "/admin/users/%s/two-factor".formatted(id());
		this.stranger.delete(path).refused(403, "auth.forbidden");
		admin().delete(path).is(204);
		assertSessionEnded(this.ida, this.session);
		logIn(guest()).is(200);
	}

	@Test
	void personalTokenIsLimitedToScopesUntilRevoked() {
		guest().post("/auth/tokens", token("threads:read")).refused(401, "auth.required");
		var created = this.ida.post("/auth/tokens", token("threads:read")).is(201);
		var program = guest().signedIn(created.text("/data/token"));
		program.get("/bookmarks").is(200);
		program.post("/drafts", Map.of("content", "By a program")).refused(403, "auth.scope-missing");
		program.get("/users/me").refused(403, "auth.scope-missing");
		program.post("/auth/logout-all").refused(403, "auth.scope-missing");
		var path = "/auth/tokens/" + created.text("/data/id");
		assertThat(this.ida.get("/auth/tokens").is(200).body()).doesNotContain(created.text("/data/token"));
		this.stranger.delete(path).refused(404, "token.not-found");
		this.ida.delete(path).is(204);
		Await.within(SOON, () -> program.get("/bookmarks").is(401));
	}

	@Test
	void profileIsChangedByOwnerAndHidesMailAddress() {
		var profile = Map.of("displayName", "Ida Rentoul", "bio", "I *draw*.", "avatarUrl",
				"https://example.org/ida.png", "locale", "en-AU", "timeZone", "Australia/Melbourne");
		guest().patch("/users/me", profile).refused(401, "auth.required");
		var changed = this.ida.patch("/users/me", profile).is(200);
		profile.forEach((field, value) -> changed.has("/data/" + field, value));
		var seen = guest().get("/users/" + this.username).is(200).has("/data/displayName", "Ida Rentoul");
		assertThat(seen.body()).doesNotContain(this.address).doesNotContain("Melbourne");
		this.stranger.get("/users/" + this.username).is(200).expect(!seen.body().contains(this.address), "no address");
	}

	@Test
	void mailAddressChangeIsConfirmedAndCanBeReverted() {
		var next = "other-" + this.address;
		changeAddress(guest(), next, TestUsers.PASSWORD).refused(401, "auth.required");
		changeAddress(this.ida, next, "not this one").refused(403, "auth.password-wrong");
		changeAddress(this.ida, next, TestUsers.PASSWORD).is(202);
		guest().post("/auth/confirm-email", Map.of("token", tokenFromMail(next, "/confirm-email"))).is(204);
		this.ida.get("/users/me").is(200).has("/data/email", next).has("/data/emailVerified", true);
		var back = Map.of("token", tokenFromMail(this.address, "/restore-email"));
		guest().post("/auth/restore-email", back).is(204);
		guest().post("/auth/restore-email", back).refused(400, "auth.link-invalid");
		assertSessionEnded(this.ida, this.session);
		signedIn(logIn(guest()).is(200)).get("/users/me").is(200).has("/data/email", this.address);
	}

	@Test
	void auditIsVisibleToOwnerAndAdministratorsOnly() {
		logIn(guest(), "not this one").refused(401, "auth.bad-credentials");
		assertThat(this.ida.get("/users/me/audit").is(200).at("/data")).extracting((entry) -> act(entry))
			.contains("registered", "sign-in-failed");
		assertThat(this.stranger.get("/users/me/audit").is(200).body()).doesNotContain("sign-in-failed");
		guest().get("/users/me/audit").refused(401, "auth.required");
		var all = "/admin/audit?user=" + id();
		guest().get(all).refused(401, "auth.required");
		this.ida.get(all).refused(403, "auth.forbidden");
		this.system.signedIn("moderator").get(all).refused(403, "auth.forbidden");
		assertThat(admin().get(all).is(200).at("/data")).extracting((entry) -> act(entry)).contains("registered");
	}

	@Test
	void onlyAdministratorsFindVerifyAndSignOutUsers() {
		var admin = admin();
		admin.get("/admin/users?q=" + this.username).is(200).has("/data/0/id", id());
		for (var act : List.of("verify", "logout")) {
			var path = "/admin/users/%s/%s".formatted(id(), act);
			guest().post(path).refused(401, "auth.required");
			this.stranger.post(path).refused(403, "auth.forbidden");
			this.system.signedIn("moderator").post(path).refused(403, "auth.forbidden");
		}
		admin.post("/admin/users/%s/verify".formatted(id())).is(200).has("/data/emailVerified", true);
		this.ida.get("/users/me").is(200).has("/data/emailVerified", true);
		admin.post("/admin/users/%s/logout".formatted(id())).is(204);
		assertSessionEnded(this.ida, this.session);
		logIn(guest()).is(200);
	}

	@Test
	void roleChangeRevokesIssuedTokens() {
		var path = "/admin/users/%s/role".formatted(id());
		this.stranger.put(path, Map.of("role", "admin")).refused(403, "auth.forbidden");
		this.ida.get("/admin/cases").refused(403, "auth.forbidden");
		admin().put(path, Map.of("role", "moderator")).is(200);
		Await.within(SOON, () -> this.ida.get("/threads").is(401));
		var moderator = signedIn(refresh(this.session).is(200));
		moderator.get("/admin/cases").is(200);
		admin().put(path, Map.of("role", "user")).is(200);
		Await.within(SOON, () -> moderator.get("/admin/cases").is(401));
	}

	@Test
	void keysAreListedByAdministratorsAndPublishedWithoutSecrets() {
		guest().get("/admin/keys").refused(401, "auth.required");
		this.ida.get("/admin/keys").refused(403, "auth.forbidden");
		this.ida.post("/admin/keys/rotate").refused(403, "auth.forbidden");
		var keys = admin().get("/admin/keys").is(200).at("/data").valueStream().map((key) -> key.path("kid")).toList();
		assertThat(keys).hasSizeGreaterThan(1);
		// The next key is too new to sign.
		admin().post("/admin/keys/rotate").refused(409, "keys.too-soon").has("Retry-After");
		var published = guest().follow("/oauth2/jwks").is(200);
		assertThat(published.at("/keys")).extracting((key) -> key.path("kid"))
			.containsExactlyInAnyOrderElementsOf(keys);
		assertThat(published.body()).doesNotContain("\"d\"");
	}

	@Test
	void deletedAccountCanBeRestored() {
		var back = Map.of("login", this.username, "password", TestUsers.PASSWORD);
		guest().post("/auth/restore-account", back).refused(409, "account.not-deleting");
		deleteAccount(guest(), TestUsers.PASSWORD).is(401);
		deleteAccount(this.ida, "not hers").refused(403, "auth.password-wrong");
		deleteAccount(this.ida, TestUsers.PASSWORD).is(202);
		assertSessionEnded(this.ida, this.session);
		guest().post("/auth/login", back).refused(403, "account.deleting");
		guest().post("/auth/restore-account", Map.of("login", this.username, "password", "not hers"))
			.refused(401, "auth.bad-credentials");
		guest().post("/auth/restore-account", back).is(204);
		signedIn(logIn(guest()).is(200)).get("/users/me").is(200).has("/data/username", this.username);
	}

	private GatewayResponse deleteAccount(ApiUser apiUser, String password) {
		return this.system.gateway().exchange(apiUser.request("DELETE", "/users/me", Map.of("password", password)));
	}

	private void assertSessionEnded(ApiUser apiUser, GatewayResponse tokens) {
		apiUser.get("/users/me").is(401);
		Await.within(SOON, () -> apiUser.get("/threads").refused(401, "auth.token-revoked"));
		refresh(tokens).is(401);
	}

	private GatewayResponse refresh(GatewayResponse tokens) {
		return this.device.post("/auth/refresh", Map.of("refreshToken", tokens.text("/data/refreshToken")));
	}

	private GatewayResponse change(ApiUser apiUser, String password) {
		return apiUser.post("/auth/change-password",
				Map.of("currentPassword", password, "newPassword", OTHER_PASSWORD));
	}

	private static GatewayResponse changeAddress(ApiUser apiUser, String next, String password) {
		return apiUser.post("/auth/change-email", Map.of("email", next, "password", password));
	}

	private GatewayResponse logIn(ApiUser from) {
		return logIn(from, TestUsers.PASSWORD);
	}

	private GatewayResponse logIn(ApiUser from, String password) {
		return from.post("/auth/login", Map.of("login", this.username, "password", password));
	}

	private GatewayResponse withCode(String code) {
		return guest().post("/auth/login", Map.of("login", this.username, "password", TestUsers.PASSWORD, "otp", code));
	}

	/** Waits for a mail with the link and returns its token. */
	private String tokenFromMail(String to, String link) {
		var found = new AtomicReference<>("");
		assertThat(Await.until(SOON, Duration.ofMillis(200), () -> {
			this.system.demoEnvironment()
				.mailbox()
				.apply(to)
				.stream()
				.flatMap((letter) -> letter.links().stream())
				.filter((url) -> url.contains(link))
				.findFirst()
				.ifPresent(found::set);
			return !found.get().isEmpty();
		})).as("a mail to %s with %s", to, link).isTrue();
		return URI.create(found.get()).getQuery().replaceFirst("^.*token=([^&]+).*$", "$1");
	}

	private static Map<String, Object> token(String scope) {
		return Map.of("name", "backup", "scopes", List.of(scope), "expiresAt",
				now().plus(Duration.ofDays(1)).toString(), "password", TestUsers.PASSWORD);
	}

	private String id() {
		return this.session.text("/data/user/id");
	}

	private static String act(JsonNode entry) {
		return entry.path("act").asString();
	}

	private static Instant now() {
		return Instant.now();
	}

	private GatewayResponse register(ApiUser from, String name) {
		return from
			.post("/auth/register",
					Map.of("name", name, "username", name, "email", name + "@example.org", "password",
							TestUsers.PASSWORD))
			.is(201);
	}

	private ApiUser signedIn(GatewayResponse tokens) {
		return guest().signedIn(tokens.text("/data/accessToken"));
	}

	private ApiUser admin() {
		return this.system.signedIn("admin");
	}

	private ApiUser guest() {
		return this.system.gateway().guest();
	}

}
