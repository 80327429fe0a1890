package org.parley.e2e;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;

/** Data of {@code ./parley seed} behaves like data that users write. */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedIT {

	private static final Duration SOON = Duration.ofSeconds(30);

	private final RunningSystem system;

	private final ApiUser guest;

	SeedIT(RunningSystem system) {
		this.system = system;
		this.guest = system.gateway().guest();
	}

	@BeforeAll
	void seed() {
		this.system.parley("seed", "--category-count", "1", "--users", "4", "--threads", "30", "--posts", "630");
	}

	@Test
	void everyThreadIsListedOnceInEveryOrder() {
		for (var sort : new String[] { "newest", "latest", "top" }) {
			var list = this.guest.get("/threads?category=baking&limit=100&sort=" + sort).is(200);
			var ids = new HashSet<String>();
			list.at("/data").forEach((thread) -> ids.add(thread.path("id").asString("")));
			list.expect(list.at("/data").size() == 30 && ids.size() == 30, "30 threads");
		}
		this.guest.get("/threads?category=baking&page=1").is(200).has("/meta/pagination/total", 30);
	}

	@Test
	void threadCountsPostsAndOpensAtAnyPost() {
		var thread = anyThread("/data/0");
		thread.has("/data/0/replyCount", 20);
		var path = "/threads/%s/posts".formatted(thread.text("/data/0/id"));
		var first = this.guest.get(path + "?limit=20").is(200).has("/data/0/number", 1).has("/data/19/number", 20);
		first.has("/data/0/author/username", thread.text("/data/0/author/username"));
		var last = this.guest.get(path + "?around=21&limit=20").is(200);
		last.has("/data/0/number", 21).has("/data/0/author/username", thread.text("/data/0/lastPostBy/username"));
	}

	@Test
	void htmlMatchesRenderedMarkdown() {
		var thread = anyThread("/data/1");
		var seeded = this.guest.get("/threads/%s/posts".formatted(thread.text("/data/1/id"))).is(200);
		var alice = this.system.signedIn("alice");
		for (int i = 0; i < 5; i++) {
			var same = alice.post("/posts", Map.of("threadId", thread.text("/data/1/id"), "content",
					seeded.text("/data/%d/content".formatted(i))));
			same.is(201).has("/data/html", seeded.text("/data/%d/html".formatted(i)));
		}
	}

	@Test
	void replyIsNumberedCountedAndListedFirst() {
		var thread = anyThread("/data/2").text("/data/2/id");
		var alice = this.system.signedIn("alice");
		alice.post("/posts", Map.of("threadId", thread, "content", "Me too.")).is(201).has("/data/number", 22);
		Await.within(SOON, () -> this.guest.get("/threads/" + thread).is(200).has("/data/replyCount", 21));
		Await.within(SOON,
				() -> this.guest.get("/threads?category=baking&sort=latest").is(200).has("/data/0/id", thread));
	}

	@Test
	void textIsFoundBySearch() {
		Await.within(SOON,
				() -> this.guest.get("/threads/search?q=starter")
					.is(200)
					.has("/data", "to hold a hit", (data) -> !data.isEmpty()));
	}

	@Test
	void usersCanSignIn() {
		var author = anyThread("/data/0").text("/data/0/author/username");
		this.guest.post("/auth/login", Map.of("login", author, "password", "seeded for development")).is(200);
	}

	private GatewayResponse anyThread(String pointer) {
		return this.guest.get("/threads?category=baking&sort=newest")
			.is(200)
			.has(pointer, "to be present", (thread) -> thread.isObject());
	}

}
