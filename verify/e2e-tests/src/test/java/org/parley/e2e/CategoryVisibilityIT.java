package org.parley.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;
import org.parley.system.LiveClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A restricted category is not visible through any endpoint. Its content was public
 * before: a reader bookmarked, followed and read it and was notified, and caches contain
 * it.
 */
@EndToEnd
class CategoryVisibilityIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final Duration POLL = Duration.ofMillis(500);

	/** More than the number of instances with possibly outdated state. */
	private static final int TIMES = 8;

	/** A unique word. */
	private final String word = TestUsers.unique("w").replace("-", "");

	private final String category = "of-" + this.word;

	private final RunningSystem system;

	private final ApiUser guest;

	private final ApiUser admin;

	private final ApiUser moderator;

	private final ApiUser author;

	private final ApiUser reader;

	private final String authorName = "author-" + this.word;

	private final String readerName = "reader-" + this.word;

	private String thread = "";

	private String post = "";

	CategoryVisibilityIT(RunningSystem system) {
		this.system = system;
		this.guest = system.gateway().guest();
		this.admin = system.signedIn("admin");
		this.moderator = system.signedIn("moderator");
		var people = new TestUsers(system.gateway(), this.admin);
		this.author = this.guest.signedIn(people.register(this.authorName).text("/data/accessToken"));
		this.reader = this.guest.signedIn(people.register(this.readerName).text("/data/accessToken"));
	}

	@BeforeEach
	void publish() {
		verifyReader();
		this.admin.post("/categories", Map.of("slug", this.category, "name", "About " + this.word)).is(201);
		var started = Await
			.within(SOON,
					() -> this.author.post("/threads", Map.of("category", this.category, "title",
							"What of " + this.word, "content", "All of " + this.word, "tags", List.of(this.word)))
						.is(201));
		this.thread = started.text("/data/id");
		this.post = this.author
			.post("/posts",
					Map.of("threadId", this.thread, "content", "@%s, look: %s".formatted(this.readerName, this.word)))
			.is(201)
			.text("/data/id");
		Stream.of("/threads/" + this.thread, "/posts/" + this.post)
			.forEach((path) -> this.reader.put(path + "/bookmark", Map.of()).is(204));
		this.reader.put("/threads/%s/subscription".formatted(this.thread), Map.of("level", "following")).is(200);
		this.reader.put("/categories/%s/subscription".formatted(this.category), Map.of("level", "following")).is(200);
		this.reader.put("/threads/%s/progress".formatted(this.thread), Map.of("number", 1)).is(200);
		this.reader.post("/threads/%s/summary".formatted(this.thread)).is(202);
		Await.within(SOON, () -> this.reader.get(summary()).is(200).has("/data/status", "ready"));
		Await.within(SOON, () -> shows(this.reader.get("/notifications?kind=mention").is(200), this.thread));
		awaitMail("/threads/" + this.thread + "?post=2");
		this.reader.put("/notifications/read-all", Map.of()).is(204);
		people().forEach((person) -> lists().forEach(person::get));
	}

	@AfterEach
	void open() {
		this.admin.patch("/categories/" + this.category, Map.of("read", "everyone", "post", "members")).is(200);
	}

	@Test
	void hiddenCategoryIsNotVisibleAnywhere() {
		var seen = this.reader.get("/threads/" + this.thread).is(200).header("ETag");
		try (var live = LiveClient.connect(this.reader, "websocket");
				var guests = LiveClient.connect(this.guest, "websocket")) {
			assertThat(List.of(live.join(this.thread), guests.join(this.thread))).containsOnly("ok");
			hide();
			writeInside();
			assertNothingIsVisible();
			assertNothingIsNotified(live, guests);
			assertThat(List.of(live.join(this.thread), guests.join(this.thread))).containsOnly("thread.not-found");
		}
		this.reader.with("If-None-Match", seen).get("/threads/" + this.thread).refused(404, "thread.not-found");
		this.moderator.get("/threads/" + this.thread).is(200);
	}

	@Test
	void reopenedCategoryIsVisibleAgain() {
		hide();
		assertNothingIsVisible();
		open();
		Await.within(SOON, () -> shows(this.reader.get("/bookmarks").is(200), this.post));
		Await.within(SOON, () -> shows(this.reader.get("/notifications").is(200), this.thread));
		Await.within(SOON, () -> shows(this.guest.get("/threads/search?q=" + this.word).is(200), this.thread));
	}

	private void hide() {
		this.admin.patch("/categories/" + this.category, Map.of("read", "moderators", "post", "moderators")).is(200);
		for (var path : List.of("/categories/" + this.category, "/threads/" + this.thread, summary())) {
			Await.within(SOON, () -> refusedByAll(path));
		}
		lists().forEach((list) -> Await.within(SOON, () -> {
			var answer = this.guest.get(list);
			return answer.expect(!isShown(answer.body()), "no hidden content");
		}));
		Await.within(SOON, () -> {
			var list = this.reader.get("/notifications").is(200);
			return list.expect(!isShown(list.body()), "no hidden content");
		});
	}

	/** Expects a refusal of every instance. */
	private GatewayResponse refusedByAll(String path) {
		return Stream.generate(() -> this.reader.get(path).is(404)).limit(TIMES).toList().getLast();
	}

	/** A moderator writes in the hidden category. */
	private void writeInside() {
		var reply = Map.of("threadId", this.thread, "content", "@%s %s".formatted(this.readerName, this.word));
		var inside = this.moderator.post("/posts", reply).is(201).text("/data/id");
		this.moderator
			.patch("/posts/" + inside, Map.of("content", "@%s still %s".formatted(this.readerName, this.word)))
			.is(200);
		var other = this.moderator.post("/threads", Map.of("category", this.category, "title", "More of " + this.word,
				"content", "@%s %s".formatted(this.readerName, this.word)))
			.is(201)
			.text("/data/id");
		this.moderator.post("/threads/%s/summary".formatted(other)).is(202);
		Await.within(SOON,
				() -> this.moderator.get("/threads/%s/summary".formatted(other)).is(200).has("/data/status", "ready"));
	}

	private void assertNothingIsVisible() {
		lists().forEach((door) -> people().forEach((person) -> Stream.generate(() -> person.get(door))
			.limit(TIMES)
			.forEach((gatewayResponse) -> gatewayResponse.expect(!isShown(gatewayResponse.body()),
					"no hidden content"))));
		things().forEach((door) -> people().forEach((person) -> person.get(door).refused(404, notFound(door))));
	}

	private void assertNothingIsNotified(LiveClient... people) {
		var received = Stream.of(people)
			.flatMap((live) -> Stream.of("new-post", "post-updated", "thread-updated", "notification")
				.flatMap((event) -> live.received(event).stream()))
			.map(String::valueOf);
		assertThat(received).noneMatch((message) -> message.contains("still") || message.contains("More of"));
		assertNothingIsMailed();
	}

	/** A later mention elsewhere is mailed, so those before it would be, too. */
	private void assertNothingIsMailed() {
		var open = "open-" + this.word;
		this.admin.post("/categories", Map.of("slug", open, "name", "Open")).is(201);
		var other = Await
			.within(SOON,
					() -> this.author
						.post("/threads", Map.of("category", open, "title", "Open", "content", "@" + this.readerName))
						.is(201))
			.text("/data/id");
		awaitMail("/threads/" + other + "?post=1");
		assertThat(links()).filteredOn((link) -> link.contains("/threads/") && !link.contains(other))
			.isNotEmpty()
			.allMatch((link) -> link.endsWith("/threads/" + this.thread + "?post=2"));
	}

	private void awaitMail(String link) {
		assertThat(Await.until(SOON, POLL, () -> links().stream().anyMatch((found) -> found.endsWith(link))))
			.as("a mail about %s", link)
			.isTrue();
	}

	/** All links in mails to the reader. */
	private List<String> links() {
		return this.system.demoEnvironment()
			.mailbox()
			.apply(this.readerName + "@example.org")
			.stream()
			.flatMap((mail) -> mail.links().stream())
			.toList();
	}

	private void verifyReader() {
		assertThat(Await.until(SOON, POLL, () -> !verificationLinks().isEmpty())).isTrue();
		var link = verificationLinks().getFirst();
		this.guest.post("/auth/verify-email", Map.of("token", link.substring(link.indexOf('=') + 1))).is(200);
	}

	private List<String> verificationLinks() {
		return links().stream().filter((link) -> link.contains("/verify-email?token=")).toList();
	}

	/** Each call returns a guest of another address, whose requests no limit refuses. */
	private List<ApiUser> people() {
		return List.of(this.system.gateway().guest(), this.reader, this.author);
	}

	private Stream<String> lists() {
		return Stream.of("/categories", "/threads?limit=100", "/threads?sort=newest&limit=100",
				"/threads?sort=top&limit=100", "/threads?sort=unanswered&limit=100", "/threads?page=1&limit=100",
				"/threads?tag=" + this.word, "/threads?author=" + this.authorName, "/threads/search?q=" + this.word,
				"/threads/search?sort=newest&q=" + this.word, "/bookmarks", "/subscriptions", "/notifications",
				"/members/" + this.authorName);
	}

	private Stream<String> things() {
		return Stream.of("/threads/" + this.thread, "/threads/%s/posts".formatted(this.thread), "/posts/" + this.post,
				"/categories/" + this.category, "/feeds/categories/" + this.category, "/feeds/threads/" + this.thread,
				summary());
	}

	/**
	 * The thread is new, so summary-service treats it as a thread whose event has not
	 * arrived.
	 */
	private static String notFound(String door) {
		return door.endsWith("/summary") ? "summary.none" : door.startsWith("/posts") ? "post.not-found"
				: door.contains("categories") ? "category.not-found" : "thread.not-found";
	}

	/**
	 * The response may repeat the request, but must not contain anything else of the
	 * thread.
	 */
	private boolean isShown(String body) {
		return Stream.of(this.thread, this.post, "\"" + this.category + "\"", "of " + this.word, "About " + this.word)
			.anyMatch(body::contains);
	}

	private static GatewayResponse shows(GatewayResponse gatewayResponse, String id) {
		return gatewayResponse.expect(gatewayResponse.body().contains(id), "it to contain " + id);
	}

	private String summary() {
		return "/threads/%s/summary".formatted(this.thread);
	}

}
