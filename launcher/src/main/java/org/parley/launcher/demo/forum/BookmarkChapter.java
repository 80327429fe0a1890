package org.parley.launcher.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.demo.DemoState;
import org.parley.launcher.demo.DemoStep;
import tools.jackson.databind.JsonNode;

/** What a reader keeps for themselves, and what a thread's readers leave behind. */
public final class BookmarkChapter {

	/** Views are added up every five seconds. */
	private static final Duration SOME_SECONDS = Duration.ofSeconds(15);

	private final DemoState demoState;

	public BookmarkChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("What somebody bookmarks is found again, by nobody else", this::bookmark),
				new DemoStep("Somebody follows a thread and mutes a tag", this::follow),
				new DemoStep("Whoever follows is told what is new", this::followed),
				new DemoStep("Whoever is quoted is told; nobody is made to say what another said", this::quoted),
				new DemoStep("Who comes back learns what is new since", this::progress),
				new DemoStep("A draft waits, and two devices do not overwrite it", this::draft),
				new DemoStep("A feed reader sees the thread, and asks for news only", this::feed),
				new DemoStep("A thread knows how often it was opened", this::views));
	}

	private String bookmark() {
		nora().put("/threads/%s/bookmark".formatted(thread()), Map.of()).is(204);
		nora().put("/posts/%s/bookmark".formatted(this.demoState.prop("reply")), Map.of()).is(204);
		var kept = nora().get("/bookmarks").is(200);
		kept.has("/data/0/id", this.demoState.prop("reply")).has("/data/1/id", thread());
		var others = this.demoState.person("moderator").get("/bookmarks?thread=" + thread()).is(200);
		others.has("/data", "to be empty", JsonNode::isEmpty);
		this.demoState.guest().get("/bookmarks").refused(401, "auth.required");
		return "%s, %s".formatted(kept.text("/data/0/excerpt"), kept.text("/data/1/title"));
	}

	private String follow() {
		nora().put("/threads/%s/subscription".formatted(thread()), Map.of("level", "following")).is(200);
		nora().put("/tags/%s/subscription".formatted(this.demoState.unique("tale")), Map.of("level", "muted")).is(200);
		var list = nora().get("/subscriptions").is(200);
		list.has("/data/0/level", "muted").has("/data/1/level", "following").has("/data/1/id", thread());
		nora().put("/tags/nobody-has-this/subscription", Map.of("level", "muted")).refused(404, "tag.not-found");
		return "%s: %s, %s: %s".formatted(list.text("/data/0/name"), list.text("/data/0/level"),
				list.text("/data/1/name"), list.text("/data/1/level"));
	}

	private String followed() {
		var moderator = this.demoState.person("moderator");
		var path = "/threads/%s/subscription".formatted(thread());
		moderator.put(path, Map.of("level", "following")).is(200);
		var said = this.demoState.prop("reply");
		var content = "> [@alice wrote](/posts/%1$s):\n> Is the yeast fresh?\n\nIt was not.\n\n> [@bob](/posts/%1$s) Mine!"
			.formatted(said);
		var quoting = this.demoState.person("bob")
			.post("/posts", Map.of("threadId", thread(), "content", content))
			.is(201);
		this.demoState.keep("quoting", quoting.text("/data/id"));
		var told = told(moderator, "followed-thread");
		moderator.put(path, Map.of("level", "none")).is(200);
		return told.text("/data/0/title");
	}

	private String quoted() {
		var html = this.demoState.guest().get("/posts/" + this.demoState.prop("quoting")).is(200);
		var cites = html.text("/data/html").split("cite=\"/posts/" + this.demoState.prop("reply"), -1).length - 1;
		html.expect(cites == 1, "one quote that names its post, and not the one of a false Bob");
		return told(this.demoState.person("alice"), "quote").text("/data/0/title");
	}

	/** Of this thread, whatever else they were told before. */
	private GatewayResponse told(ApiUser apiUser, String kind) {
		return Await.within(SOME_SECONDS,
				() -> apiUser.get("/notifications?unread=true&kind=" + kind)
					.is(200)
					.has("/data/0/link", "to lead to the thread",
							(link) -> link.asString("").startsWith("/threads/" + thread())));
	}

	private String progress() {
		var path = "/threads/%s/progress".formatted(thread());
		var since = nora().put(path, Map.of("number", 1)).is(200);
		since.has("/data/unread", "to be three at least", (unread) -> unread.asInt(0) >= 3).has("/data/firstUnread", 2);
		nora().put(path, Map.of("number", 1_000_000)).is(200).has("/data/unread", 0);
		nora().put(path, Map.of("number", 1)).is(200).has("/data/unread", 0);
		return "%s new since #1, from #%s on; then none".formatted(since.text("/data/unread"),
				since.text("/data/firstUnread"));
	}

	private String draft() {
		var alice = this.demoState.person("alice");
		var begun = alice.post("/drafts", Map.of("threadId", thread(), "content", "I shall try")).is(201);
		var read = alice.follow(begun.header("Location")).is(200).has("/data/content", "I shall try");
		var path = "/drafts/" + begun.text("/data/id");
		var device = alice.with("If-Match", read.header("ETag"));
		device.put(path, Map.of("threadId", thread(), "content", "I shall try rye")).is(200);
		var refusal = device.put(path, Map.of("threadId", thread(), "content", "I shall not"))
			.refused(412, "request.precondition-failed");
		this.demoState.person("moderator").get(path).refused(404, "draft.not-found");
		alice.delete(path).is(204);
		return "the other device: " + refusal.refusal();
	}

	private String feed() {
		var path = "/feeds/threads/" + thread();
		var feed = this.demoState.guest().get(path).is(200).has("ETag");
		feed.expect(feed.header("Content-Type").startsWith("application/atom+xml"), "Atom");
		feed.expect(feed.body().contains("urn:parley:post:" + this.demoState.prop("reply")), "the reply in it");
		this.demoState.guest().with("If-None-Match", feed.header("ETag")).get(path).is(304);
		this.demoState.guest().get("/feeds/categories/" + this.demoState.prop("category")).is(200);
		return "%d entries, then 304".formatted(feed.body().split("<entry>", -1).length - 1);
	}

	private String views() {
		this.demoState.guest().get("/threads/" + thread()).is(200);
		var robot = this.demoState.guest().with("User-Agent", "parley demo (robot)");
		var seen = Await.within(SOME_SECONDS, () -> viewed(robot));
		return "%s views".formatted(seen.text("/data/viewCount"));
	}

	private GatewayResponse viewed(ApiUser by) {
		return by.get("/threads/" + thread())
			.is(200)
			.has("/data/viewCount", "to be counted", (views) -> views.asInt(0) > 0);
	}

	private String thread() {
		return this.demoState.prop("thread");
	}

	private ApiUser nora() {
		return this.demoState.person("nora");
	}

}
