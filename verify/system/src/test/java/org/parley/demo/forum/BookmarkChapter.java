package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.JsonNode;

/** Bookmarks, subscriptions, quotes, reading progress, drafts, feeds and views. */
public final class BookmarkChapter {

	/** Views are counted every five seconds. */
	private static final Duration TIMEOUT = Duration.ofSeconds(15);

	private final DemoState demoState;

	public BookmarkChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("Bookmarks are visible to their owner only", this::bookmark),
				new DemoStep("A user follows a thread and mutes a tag", this::follow),
				new DemoStep("Followers are notified of replies", this::followed),
				new DemoStep("Quoted users are notified; a false attribution is not linked", this::quoted),
				new DemoStep("Reading progress shows the unread posts", this::progress),
				new DemoStep("A draft is stored, and two devices do not overwrite each other", this::draft),
				new DemoStep("A feed contains the thread, and supports conditional requests", this::feed),
				new DemoStep("A thread counts its views", this::views));
	}

	private String bookmark() {
		nora().put("/threads/%s/bookmark".formatted(thread()), Map.of()).is(204);
		nora().put("/posts/%s/bookmark".formatted(this.demoState.value("reply")), Map.of()).is(204);
		var kept = nora().get("/bookmarks").is(200);
		kept.has("/data/0/id", this.demoState.value("reply")).has("/data/1/id", thread());
		var others = this.demoState.user("moderator").get("/bookmarks?thread=" + thread()).is(200);
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
		var moderator = this.demoState.user("moderator");
		var path = "/threads/%s/subscription".formatted(thread());
		moderator.put(path, Map.of("level", "following")).is(200);
		var said = this.demoState.value("reply");
		var content = "> [@alice wrote](/posts/%1$s):\n> Is the yeast fresh?\n\nIt was not.\n\n> [@bob](/posts/%1$s) Mine!"
			.formatted(said);
		var quoting = this.demoState.user("bob")
			.post("/posts", Map.of("threadId", thread(), "content", content))
			.is(201);
		this.demoState.store("quoting", quoting.text("/data/id"));
		var notification = awaitNotification(moderator, "followed-thread");
		moderator.put(path, Map.of("level", "none")).is(200);
		return notification.text("/data/0/title");
	}

	private String quoted() {
		var html = this.demoState.guest().get("/posts/" + this.demoState.value("quoting")).is(200);
		var cites = html.text("/data/html").split("cite=\"/posts/" + this.demoState.value("reply"), -1).length - 1;
		html.expect(cites == 1, "one linked quote, without the falsely attributed one");
		return awaitNotification(this.demoState.user("alice"), "quote").text("/data/0/title");
	}

	/** Waits for a notification about this thread. */
	private GatewayResponse awaitNotification(ApiUser apiUser, String kind) {
		return Await.within(TIMEOUT,
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
		var alice = this.demoState.user("alice");
		var begun = alice.post("/drafts", Map.of("threadId", thread(), "content", "I shall try")).is(201);
		var read = alice.follow(begun.header("Location")).is(200).has("/data/content", "I shall try");
		var path = "/drafts/" + begun.text("/data/id");
		var device = alice.with("If-Match", read.header("ETag"));
		device.put(path, Map.of("threadId", thread(), "content", "I shall try rye")).is(200);
		var refusal = device.put(path, Map.of("threadId", thread(), "content", "I shall not"))
			.refused(412, "request.precondition-failed");
		this.demoState.user("moderator").get(path).refused(404, "draft.not-found");
		alice.delete(path).is(204);
		return "the other device: " + refusal.refusal();
	}

	private String feed() {
		var path = "/feeds/threads/" + thread();
		var feed = this.demoState.guest().get(path).is(200).has("ETag");
		feed.expect(feed.header("Content-Type").startsWith("application/atom+xml"), "Atom");
		feed.expect(feed.body().contains("urn:parley:post:" + this.demoState.value("reply")), "the reply in it");
		this.demoState.guest().with("If-None-Match", feed.header("ETag")).get(path).is(304);
		this.demoState.guest().get("/feeds/categories/" + this.demoState.value("category")).is(200);
		return "%d entries, then 304".formatted(feed.body().split("<entry>", -1).length - 1);
	}

	private String views() {
		this.demoState.guest().get("/threads/" + thread()).is(200);
		var robot = this.demoState.guest().with("User-Agent", "parley demo (robot)");
		var seen = Await.within(TIMEOUT, () -> viewed(robot));
		return "%s views".formatted(seen.text("/data/viewCount"));
	}

	private GatewayResponse viewed(ApiUser by) {
		return by.get("/threads/" + thread())
			.is(200)
			.has("/data/viewCount", "to be counted", (views) -> views.asInt(0) > 0);
	}

	private String thread() {
		return this.demoState.value("thread");
	}

	private ApiUser nora() {
		return this.demoState.user("nora");
	}

}
