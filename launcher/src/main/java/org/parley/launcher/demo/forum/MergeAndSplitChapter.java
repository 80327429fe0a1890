package org.parley.launcher.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.demo.DemoState;
import org.parley.launcher.demo.DemoStep;

/** A moderator's day: threads are merged and split, locked and hidden, posts restored. */
public final class MergeAndSplitChapter {

	/** Numbers that somebody still has are waited for. */
	private static final Duration SOON = Duration.ofSeconds(130);

	private final DemoState demoState;

	public MergeAndSplitChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("Two ask the same: a moderator makes one thread of two", this::merge),
				new DemoStep("Old addresses lead on, also those of posts", this::lead),
				new DemoStep("What leads elsewhere becomes a thread of its own", this::split),
				new DemoStep("The new thread is locked, and hidden: the others see it no more", this::close),
				new DemoStep("A post that was removed is restored, and the thread shown again", this::restore));
	}

	private String merge() {
		var target = start("alice", "How do I keep a sourdough alive?");
		var source = start("bob", "My sourdough died, what now?");
		reply("alice", target, "Feed it every day.");
		this.demoState.keep("feeding", reply("alice", source, "Feed it twice, then wait."));
		this.demoState.keep("rye", reply("bob", source, "And rye bread, how long does that keep?"));
		this.demoState.keep("week", reply("alice", source, "Rye bread? A week."));
		this.demoState.keep("merged", source);
		this.demoState.keep("sourdough", target);
		var wish = Map.of("into", target);
		this.demoState.person("bob").post("/threads/" + source + "/merge", wish).refused(403, "auth.forbidden");
		var done = done(this.demoState.person("moderator").post("/threads/" + source + "/merge", wish));
		this.demoState.guest()
			.get("/threads/" + target + "/posts")
			.is(200)
			.has("/data", "to hold all six posts", (posts) -> posts.size() == 6);
		return "%s posts went to \"%s\"".formatted(done.text("/data/moved"),
				this.demoState.guest().get("/threads/" + target).is(200).text("/data/title"));
	}

	private String lead() {
		var thread = "/threads/" + this.demoState.prop("merged");
		var there = "/api/v1/threads/" + this.demoState.prop("sourdough");
		var old = this.demoState.guest().get(thread).is(301);
		old.expect(old.header("Location").equals(there), "to lead to " + there);
		var number = this.demoState.guest()
			.get("/posts/" + this.demoState.prop("feeding"))
			.is(200)
			.text("/data/number");
		var post = this.demoState.guest().get(thread + "/posts?around=2").is(301);
		post.expect(post.header("Location").equals(there + "/posts?around=" + number),
				"to lead to %s, where the post is".formatted(number));
		this.demoState.person("bob")
			.post("/posts", Map.of("threadId", this.demoState.prop("merged"), "content", "Late."))
			.refused(409, "thread.merged");
		return post.header("Location");
	}

	private String split() {
		var begun = this.demoState.person("moderator")
			.post("/threads/" + this.demoState.prop("sourdough") + "/split",
					Map.of("posts", List.of(this.demoState.prop("rye"), this.demoState.prop("week")), "title",
							"How long does rye bread keep?"));
		var made = this.demoState.keep("split", done(begun).text("/data/target"));
		var posts = this.demoState.guest().get("/threads/" + made + "/posts").is(200);
		posts.has("/data/0/id", this.demoState.prop("rye")).has("/data/1/id", this.demoState.prop("week"));
		var left = Await.within(SOON,
				() -> this.demoState.guest()
					.get("/threads/" + this.demoState.prop("sourdough"))
					.has("/data/replyCount", 3));
		return "2 posts in the new thread, %s replies left".formatted(left.text("/data/replyCount"));
	}

	private String close() {
		var thread = "/threads/" + this.demoState.prop("split");
		this.demoState.person("moderator").post(thread + "/lock").is(200).has("/data/status", "locked");
		this.demoState.person("bob")
			.post("/posts", Map.of("threadId", this.demoState.prop("split"), "content", "Mine keeps for two."))
			.refused(409, "thread.locked");
		this.demoState.person("moderator").post(thread + "/hide").is(200).has("/data/status", "hidden");
		return "for a guest " + this.demoState.guest().get(thread).refused(404, "thread.not-found").refusal();
	}

	private String restore() {
		var post = "/posts/" + this.demoState.prop("feeding");
		this.demoState.person("moderator").delete(post).is(204);
		this.demoState.guest().get(post).is(200).has("/data/status", "removed").has("/data/content", "");
		this.demoState.person("moderator").post(post + "/restore").is(200).has("/data/status", "active");
		var thread = "/threads/" + this.demoState.prop("split");
		this.demoState.person("moderator").post(thread + "/unhide").is(200).has("/data/status", "locked");
		this.demoState.guest().get(thread).is(200);
		return "for a guest: " + this.demoState.guest().get(post).is(200).text("/data/content");
	}

	private GatewayResponse done(GatewayResponse begun) {
		begun.is(202).has("Location");
		var work = "/admin/thread-works/" + begun.text("/data/id");
		return Await.within(SOON,
				() -> this.demoState.person("moderator").get(work).is(200).has("/data/state", "done"));
	}

	private String start(String who, String title) {
		return this.demoState.person(who)
			.post("/threads",
					Map.of("category", this.demoState.prop("category"), "title", title, "content",
							"It smells of acetone."))
			.is(201)
			.text("/data/id");
	}

	private String reply(String who, String thread, String content) {
		return this.demoState.person(who)
			.post("/posts", Map.of("threadId", thread, "content", content))
			.is(201)
			.text("/data/id");
	}

}
