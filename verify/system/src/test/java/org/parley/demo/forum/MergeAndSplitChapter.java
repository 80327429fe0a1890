package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/** Merging and splitting of threads, and restoring of posts. */
public final class MergeAndSplitChapter {

	/** A merge waits until reserved post numbers are used or expire. */
	private static final Duration SOON = Duration.ofSeconds(130);

	private final DemoState demoState;

	public MergeAndSplitChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A moderator merges two threads with the same question", this::merge),
				new DemoStep("Old URLs redirect, also those of posts", this::redirect),
				new DemoStep("A digression becomes a separate thread", this::split),
				new DemoStep("The new thread is locked and hidden from members", this::close),
				new DemoStep("A removed post is restored, and the thread is shown again", this::restore));
	}

	private String merge() {
		var target = start("alice", "How do I keep a sourdough alive?");
		var source = start("bob", "My sourdough died, what now?");
		reply("alice", target, "Feed it every day.");
		this.demoState.store("feeding", reply("alice", source, "Feed it twice, then wait."));
		this.demoState.store("rye", reply("bob", source, "And rye bread, how long does that keep?"));
		this.demoState.store("week", reply("alice", source, "Rye bread? A week."));
		this.demoState.store("merged", source);
		this.demoState.store("sourdough", target);
		var request = Map.of("into", target);
		this.demoState.user("bob").post("/threads/" + source + "/merge", request).refused(403, "auth.forbidden");
		var done = done(this.demoState.user("moderator").post("/threads/" + source + "/merge", request));
		this.demoState.guest()
			.get("/threads/" + target + "/posts")
			.is(200)
			.has("/data", "to hold all six posts", (posts) -> posts.size() == 6);
		return "%s posts went to \"%s\"".formatted(done.text("/data/moved"),
				this.demoState.guest().get("/threads/" + target).is(200).text("/data/title"));
	}

	private String redirect() {
		var thread = "/threads/" + this.demoState.value("merged");
		var there = "/api/v1/threads/" + this.demoState.value("sourdough");
		var old = this.demoState.guest().get(thread).is(301);
		old.expect(old.header("Location").equals(there), "to lead to " + there);
		var number = this.demoState.guest()
			.get("/posts/" + this.demoState.value("feeding"))
			.is(200)
			.text("/data/number");
		var post = this.demoState.guest().get(thread + "/posts?around=2").is(301);
		post.expect(post.header("Location").equals(there + "/posts?around=" + number),
				"to lead to %s, where the post is".formatted(number));
		this.demoState.user("bob")
			.post("/posts", Map.of("threadId", this.demoState.value("merged"), "content", "Late."))
			.refused(409, "thread.merged");
		return post.header("Location");
	}

	private String split() {
		var begun = this.demoState.user("moderator")
			.post("/threads/" + this.demoState.value("sourdough") + "/split",
					Map.of("posts", List.of(this.demoState.value("rye"), this.demoState.value("week")), "title",
							"How long does rye bread keep?"));
		var created = this.demoState.store("split", done(begun).text("/data/target"));
		var posts = this.demoState.guest().get("/threads/" + created + "/posts").is(200);
		posts.has("/data/0/id", this.demoState.value("rye")).has("/data/1/id", this.demoState.value("week"));
		var left = Await.within(SOON,
				() -> this.demoState.guest()
					.get("/threads/" + this.demoState.value("sourdough"))
					.has("/data/replyCount", 3));
		return "2 posts in the new thread, %s replies left".formatted(left.text("/data/replyCount"));
	}

	private String close() {
		var thread = "/threads/" + this.demoState.value("split");
		this.demoState.user("moderator").post(thread + "/lock").is(200).has("/data/status", "locked");
		this.demoState.user("bob")
			.post("/posts", Map.of("threadId", this.demoState.value("split"), "content", "Mine keeps for two."))
			.refused(409, "thread.locked");
		this.demoState.user("moderator").post(thread + "/hide").is(200).has("/data/status", "hidden");
		return "for a guest " + this.demoState.guest().get(thread).refused(404, "thread.not-found").refusal();
	}

	private String restore() {
		var post = "/posts/" + this.demoState.value("feeding");
		this.demoState.user("moderator").delete(post).is(204);
		this.demoState.guest().get(post).is(200).has("/data/status", "removed").has("/data/content", "");
		this.demoState.user("moderator").post(post + "/restore").is(200).has("/data/status", "active");
		var thread = "/threads/" + this.demoState.value("split");
		this.demoState.user("moderator").post(thread + "/unhide").is(200).has("/data/status", "locked");
		this.demoState.guest().get(thread).is(200);
		return "for a guest: " + this.demoState.guest().get(post).is(200).text("/data/content");
	}

	private GatewayResponse done(GatewayResponse begun) {
		begun.is(202).has("Location");
		var work = "/admin/thread-works/" + begun.text("/data/id");
		return Await.within(SOON, () -> this.demoState.user("moderator").get(work).is(200).has("/data/state", "done"));
	}

	private String start(String who, String title) {
		return this.demoState.user(who)
			.post("/threads",
					Map.of("category", this.demoState.value("category"), "title", title, "content",
							"It smells of acetone."))
			.is(201)
			.text("/data/id");
	}

	private String reply(String who, String thread, String content) {
		return this.demoState.user(who)
			.post("/posts", Map.of("threadId", thread, "content", content))
			.is(201)
			.text("/data/id");
	}

}
