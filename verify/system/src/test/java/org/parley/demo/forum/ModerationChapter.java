package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/** Locking and hiding of threads. */
public final class ModerationChapter {

	/** Guests' reads may be a second old. */
	private static final Duration SECONDS = Duration.ofSeconds(5);

	private final DemoState demoState;

	public ModerationChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A moderator locks a thread: replies are refused", this::lock),
				new DemoStep("A moderator unlocks it: replies are accepted", this::unlock),
				new DemoStep("A moderator hides it: only moderators see it", this::hide),
				new DemoStep("A moderator shows it again", this::show));
	}

	private String lock() {
		this.demoState.user("alice").post(path("/lock")).refused(403, "auth.forbidden");
		this.demoState.user("moderator").post(path("/lock")).is(200).has("/data/status", "locked");
		return reply().refused(409, "thread.locked").refusal();
	}

	private String unlock() {
		this.demoState.user("moderator").post(path("/unlock")).is(200).has("/data/status", "open");
		return "Alice's reply is number " + reply().is(201).text("/data/number");
	}

	private String hide() {
		this.demoState.user("moderator").post(path("/hide")).is(200).has("/data/status", "hidden");
		Await.within(SECONDS, () -> this.demoState.guest().get(path("/posts")).refused(404, "thread.not-found"));
		this.demoState.guest().get("/posts/" + this.demoState.value("reply")).refused(404, "post.not-found");
		var list = this.demoState.guest()
			.with("Cache-Control", "no-cache")
			.get("/threads?category=" + this.demoState.value("category"))
			.is(200);
		list.expect(!list.body().contains(this.demoState.value("thread")), "no hidden thread in the list");
		this.demoState.user("moderator").get(path("")).is(200).has("/data/status", "hidden");
		return "for a guest " + this.demoState.guest().get(path("")).refused(404, "thread.not-found").refusal();
	}

	private String show() {
		this.demoState.user("moderator").post(path("/unhide")).is(200).has("/data/status", "open");
		return "for a guest: " + this.demoState.guest().get(path("")).is(200).text("/data/title");
	}

	private GatewayResponse reply() {
		return this.demoState.user("alice")
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", "One more thing."));
	}

	private String path(String action) {
		return "/threads/" + this.demoState.value("thread") + action;
	}

}
