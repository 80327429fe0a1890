package org.parley.launcher.demo;

import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Answer;

/** A moderator locks and hides. */
final class ModerationChapter {

	private final Scene scene;

	ModerationChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("A moderator locks a thread: no more replies", this::lock),
				new Step("A moderator unlocks it: replies again", this::unlock),
				new Step("A moderator hides it: nobody else finds it", this::hide),
				new Step("A moderator shows it again", this::show));
	}

	private String lock() {
		this.scene.person("alice").post(path("/lock")).refused(403, "auth.forbidden");
		this.scene.person("moderator").post(path("/lock")).is(200).has("/data/status", "locked");
		return reply().refused(409, "thread.locked").refusal();
	}

	private String unlock() {
		this.scene.person("moderator").post(path("/unlock")).is(200).has("/data/status", "open");
		return "Alice's reply is number " + reply().is(201).text("/data/number");
	}

	private String hide() {
		this.scene.person("moderator").post(path("/hide")).is(200).has("/data/status", "hidden");
		this.scene.guest().get(path("/posts")).refused(404, "thread.not-found");
		this.scene.guest().get("/posts/" + this.scene.prop("reply")).refused(404, "post.not-found");
		var list = this.scene.guest().get("/threads?category=" + this.scene.prop("category")).is(200);
		list.expect(!list.body().contains(this.scene.prop("thread")), "no hidden thread in the list");
		this.scene.person("moderator").get(path("")).is(200).has("/data/status", "hidden");
		return "for a guest " + this.scene.guest().get(path("")).refused(404, "thread.not-found").refusal();
	}

	private String show() {
		this.scene.person("moderator").post(path("/unhide")).is(200).has("/data/status", "open");
		return "for a guest: " + this.scene.guest().get(path("")).is(200).text("/data/title");
	}

	private Answer reply() {
		return this.scene.person("alice")
			.post("/posts", Map.of("threadId", this.scene.prop("thread"), "content", "One more thing."));
	}

	private String path(String act) {
		return "/threads/" + this.scene.prop("thread") + act;
	}

}
