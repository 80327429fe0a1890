package org.parley.demo.account;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.parley.demo.stage.DemoLogins;
import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/** Registration, login, refresh tokens and logout. */
public final class IdentityChapter {

	private static final Duration GRACE = Duration.ofSeconds(10);

	private static final String PASSWORD = "four words are enough";

	private final DemoState demoState;

	private final String username;

	private final String email;

	/** The client address that the refresh tokens belong to. */
	private final ApiUser device;

	public IdentityChapter(DemoState demoState) {
		this.demoState = demoState;
		this.username = demoState.unique("nora");
		this.email = this.username + "@example.org";
		this.device = demoState.guest();
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A user registers", this::register),
				new DemoStep("A taken username or mail address is refused", this::taken),
				new DemoStep("The user logs in by username and by mail address", this::login),
				new DemoStep("A wrong password and an unknown username get the same response", this::wrongPassword),
				new DemoStep("The user reads their own profile", this::me),
				new DemoStep("A refresh token is used once; an immediate repeat returns the same successor",
						this::refresh),
				new DemoStep("The user logs out, which ends the session", this::logout),
				new DemoStep("The admin, the moderator, Alice and Bob sign in", this::signInAccounts));
	}

	/**
	 * Returns the steps that need the grace period of the first refresh to have passed.
	 */
	public List<DemoStep> finalSteps() {
		return List.of(new DemoStep("Later reuse of a refresh token revokes the session", this::reuse));
	}

	private String register() {
		var answer = this.demoState.guest()
			.post("/auth/register",
					Map.of("name", "Nora Newcomer", "username", this.username, "email", this.email, "password",
							PASSWORD))
			.is(201)
			.has("/data/user/username", this.username)
			.has("/data/user/displayName", "Nora Newcomer")
			.has("/data/expiresIn", "to be 900", (seconds) -> seconds.asInt(0) == 900)
			.has("/data/user/roles", "to be [user]",
					(roles) -> roles.size() == 1 && roles.path(0).asString("").equals("user"));
		this.demoState.signIn("nora", answer);
		this.demoState.store("nora", answer.text("/data/user/id"));
		return "%s has the id %s and the roles %s".formatted(this.username, answer.text("/data/user/id"),
				answer.at("/data/user/roles"));
	}

	private String taken() {
		var again = Map.of("name", "Nora", "username", this.demoState.unique("other"), "email", this.email, "password",
				PASSWORD);
		this.demoState.guest().post("/auth/register", again).refused(409, "user.email-taken");
		var upper = Map.of("name", "Nora", "username", this.username.toUpperCase(Locale.ROOT), "email",
				"other-" + this.email, "password", PASSWORD);
		return this.demoState.guest().post("/auth/register", upper).refused(409, "user.username-taken").refusal();
	}

	private String login() {
		login(this.username, PASSWORD).has("/data/user/username", this.username);
		var byAddress = login(this.email, PASSWORD).has("/data/user/username", this.username);
		this.demoState.store("refresh", byAddress.text("/data/refreshToken"));
		return "a token of %d characters for %s seconds".formatted(byAddress.text("/data/accessToken").length(),
				byAddress.at("/data/expiresIn"));
	}

	private GatewayResponse login(String login, String password) {
		return this.device.post("/auth/login", Map.of("login", login, "password", password)).is(200);
	}

	private String wrongPassword() {
		var wrong = this.demoState.guest()
			.post("/auth/login", Map.of("login", this.username, "password", "not this one"))
			.refused(401, "auth.bad-credentials");
		var unknown = this.demoState.guest()
			.post("/auth/login", Map.of("login", this.demoState.unique("nobody"), "password", "not this one"))
			.refused(401, "auth.bad-credentials");
		unknown.has("/detail", wrong.text("/detail"));
		return unknown.refusal();
	}

	private String me() {
		this.demoState.guest().get("/users/me").refused(401, "auth.required");
		var me = this.demoState.user("nora")
			.get("/users/me")
			.is(200)
			.has("/data/username", this.username)
			.has("/data/email", this.email);
		return "%s <%s>, verified: %s".formatted(me.text("/data/displayName"), me.text("/data/email"),
				me.text("/data/emailVerified"));
	}

	private String refresh() {
		var first = this.demoState.value("refresh");
		var answer = refresh(first).is(200);
		this.demoState.store("refreshed-at", String.valueOf(System.nanoTime()));
		var second = answer.text("/data/refreshToken");
		answer.expect(!second.isEmpty() && !second.equals(first), "another refresh token");
		refresh(first).is(200).has("/data/refreshToken", second);
		this.demoState.store("successor", second);
		return "the repeat returned the same successor";
	}

	private GatewayResponse refresh(String token) {
		return this.device.post("/auth/refresh", Map.of("refreshToken", token));
	}

	private String logout() {
		var session = login(this.username, PASSWORD);
		this.device.signedIn(session.text("/data/accessToken")).post("/auth/logout").is(204);
		return refresh(session.text("/data/refreshToken")).refused(401, "auth.refresh-invalid").refusal();
	}

	private String signInAccounts() {
		DemoLogins.NAMES.forEach((name) -> {
			var account = this.demoState.account(name);
			this.demoState.signIn(name, login(account.username(), account.password()));
		});
		return "the moderator's roles are "
				+ this.demoState.user("moderator").get("/users/me").is(200).at("/data/roles");
	}

	private String reuse() {
		var passed = System.nanoTime() - Long.parseLong(this.demoState.value("refreshed-at"));
		Await.sleep(GRACE.plusSeconds(1).minusNanos(passed));
		refresh(this.demoState.value("refresh")).refused(401, "auth.refresh-reused");
		return "its successor too: "
				+ refresh(this.demoState.value("successor")).refused(401, "auth.refresh-invalid").refusal();
	}

}
