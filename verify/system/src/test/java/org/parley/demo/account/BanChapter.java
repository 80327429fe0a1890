package org.parley.demo.account;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/** A ban, its effect and its end. */
public final class BanChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String PASSWORD = "rude in four words";

	private final DemoState demoState;

	public BanChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A ban ends every session within a second", this::ban),
				new DemoStep("A banned user cannot sign in", this::signInWhileBanned),
				new DemoStep("The ban is lifted", this::unban));
	}

	private String ban() {
		var name = this.demoState.unique("rude");
		var answer = this.demoState.guest()
			.post("/auth/register",
					Map.of("name", "Rude Person", "username", name, "email", name + "@example.org", "password",
							PASSWORD))
			.is(201);
		this.demoState.signIn("rude", answer);
		this.demoState.store("rude", answer.text("/data/user/id"));
		this.demoState.user("rude").get("/users/me").is(200);
		this.demoState.user("bob").post(path("/ban"), Map.of("reason", "Revenge")).refused(403, "auth.forbidden");
		this.demoState.user("admin").post(path("/ban"), Map.of("reason", "Shouting at users.")).is(200);
		var began = System.nanoTime();
		var refusal = Await.within(SOON, () -> this.demoState.user("rude").get("/users/me").is(401));
		Await.within(SOON, () -> this.demoState.user("rude").get("/threads").is(401));
		return "%s after %d ms".formatted(refusal.refusal(), (System.nanoTime() - began) / 1_000_000);
	}

	private String signInWhileBanned() {
		return signIn().refused(403, "auth.banned").refusal();
	}

	private String unban() {
		this.demoState.user("admin").post(path("/unban")).is(200);
		return "signed in again: " + signIn().is(200).text("/data/user/username");
	}

	private GatewayResponse signIn() {
		return this.demoState.guest()
			.post("/auth/login", Map.of("login", this.demoState.unique("rude"), "password", PASSWORD));
	}

	private String path(String action) {
		return "/admin/users/" + this.demoState.value("rude") + action;
	}

}
