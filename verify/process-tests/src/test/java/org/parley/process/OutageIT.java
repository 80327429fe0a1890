package org.parley.process;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.Await;
import org.parley.running.EndToEnd;
import org.parley.running.Refusals;
import org.parley.running.RunningSystem;

/** While one service is down, the others keep working. */
@EndToEnd(apart = true)
class OutageIT {

	private static final Duration HALF_OPEN = Duration.ofSeconds(15);

	private static final int FORUMS = 2;

	private final RunningSystem system;

	OutageIT(RunningSystem system) {
		this.system = system;
	}

	@AfterEach
	void restore() {
		this.system.parley("up", "--port", String.valueOf(this.system.gateway().address().getPort()));
	}

	@Test
	void outageOfOneForumInstanceIsInvisible() {
		var alice = this.system.signedIn("alice");
		var thread = alice.get("/threads").is(200).text("/data/0/id");
		this.system.kill("forum-service-2");
		for (var i = 0; i < 10; i++) {
			alice.get("/threads/" + thread).is(200);
			alice.put("/threads/%s/bookmark".formatted(thread), Map.of()).is(204);
		}
	}

	@Test
	void forumOutageDoesNotAffectLogin() {
		this.system.kill("forum-service");
		Refusals.check(this.system.gateway().guest().with("Cache-Control", "no-cache").get("/threads"), 503,
				"service.unavailable");
		this.system.signedIn("alice").get("/users/me").is(200);
		restore();
		Await.within(HALF_OPEN, () -> this.system.gateway().guest().get("/threads").is(200));
	}

	@Test
	void authOutageDoesNotAffectSignedInReaders() {
		var alice = this.system.signedIn("alice");
		alice.get("/users/me").is(200);
		for (var i = 0; i < FORUMS * 2; i++) {
			alice.get("/threads").is(200); // Each instance has loaded the keys.
		}
		this.system.kill("auth-service");
		Refusals.check(alice.get("/users/me"), 503, "service.unavailable");
		alice.get("/threads").is(200);
		this.system.gateway().guest().get("/categories").is(200);
		restore();
		Await.within(HALF_OPEN, () -> alice.get("/users/me").is(200));
	}

	@Test
	void serviceStartsWithoutConfigServer() {
		this.system.kill("config-server");
		this.system.gateway().guest().get("/threads").is(200);
		this.system.kill("moderation-service");
		this.system.parley("restart", "moderation-service");
	}

}
