package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Live;
import org.parley.launcher.client.Patience;

/** Somebody is shown the door, at once. */
final class BanChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final String PASSWORD = "rude in four words";

	private final Scene scene;

	BanChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("A ban ends every session within a second", this::ban),
				new Step("Whoever is banned cannot sign in", this::refused),
				new Step("The ban is lifted", this::lifted));
	}

	private String ban() {
		var name = this.scene.unique("rude");
		var answer = this.scene.guest()
			.post("/auth/register",
					Map.of("name", "Rude Person", "username", name, "email", name + "@example.org", "password",
							PASSWORD))
			.is(201);
		this.scene.enter("rude", answer);
		this.scene.keep("rude", answer.text("/data/user/id"));
		this.scene.person("rude").get("/users/me").is(200);
		this.scene.person("bob").post(path("/ban"), Map.of("reason", "Revenge")).refused(403, "auth.forbidden");
		this.scene.person("admin").post(path("/ban"), Map.of("reason", "Shouting at people.")).is(200);
		var began = System.nanoTime();
		var refusal = Patience.within(SOON, () -> this.scene.person("rude").get("/users/me").is(401));
		Patience.within(SOON, () -> this.scene.person("rude").get("/threads").is(401));
		return "%s after %d ms".formatted(refusal.refusal(), (System.nanoTime() - began) / 1_000_000);
	}

	private String refused() {
		return signIn().refused(403, "auth.banned").refusal();
	}

	private String lifted() {
		this.scene.person("admin").post(path("/unban")).is(200);
		return "signed in again: " + signIn().is(200).text("/data/user/username");
	}

	private Answer signIn() {
		return this.scene.guest().post("/auth/login", Map.of("login", this.scene.unique("rude"), "password", PASSWORD));
	}

	private String path(String act) {
		return "/admin/users/" + this.scene.prop("rude") + act;
	}

}
