package org.parley.demo.forum;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.JsonNode;

/** Lists, pages, search and caching. */
public final class ReadingChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final List<String> SORTS = List.of("latest", "newest", "top", "unanswered");

	private final DemoState demoState;

	public ReadingChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("Guests list threads in every sort order", this::sorts),
				new DemoStep("Guests list threads with every filter", this::filters),
				new DemoStep("Pages by cursor contain every thread once", this::byCursor),
				new DemoStep("Pages by number have a total", this::byPage),
				new DemoStep("A thread opens at any post", this::around),
				new DemoStep("Search finds a post within a second", this::search),
				new DemoStep("A second read comes from the cache", this::cache),
				new DemoStep("A new reply is visible to everyone at once", this::atOnce));
	}

	private String sorts() {
		return SORTS.stream().map(this::sorted).collect(Collectors.joining(", "));
	}

	private String sorted(String sort) {
		var list = threads("sort=" + sort).is(200);
		var answered = sort.equals("unanswered") ? 0 : 1;
		list.expect(list.at("/data").size() == 3 + answered, "%d threads".formatted(3 + answered));
		return "%s: %s".formatted(sort, list.text("/data/0/title"));
	}

	private String filters() {
		var author = threads("author=" + this.demoState.unique("nora"));
		author.is(200).expect(author.at("/data").size() == 1, "one thread of Nora");
		var tag = this.demoState.guest().get("/threads?tag=" + this.demoState.unique("tale"));
		tag.is(200).expect(tag.at("/data").size() == 4, "four threads with the tag");
		var open = threads("status=open");
		open.is(200).expect(open.at("/data").size() == 4, "four open threads");
		var locked = threads("status=locked");
		locked.is(200).expect(locked.at("/data").isEmpty(), "no locked thread");
		return "category 4, tag 4, author 1, open 4, locked 0";
	}

	private String byCursor() {
		var seen = new ArrayList<String>();
		var list = threads("sort=newest&limit=1");
		for (int step = 0; step < 10; step++) {
			list.is(200);
			list.at("/data").forEach((thread) -> seen.add(thread.path("id").asString("")));
			var next = list.text("/meta/pagination/next");
			if (next.isEmpty()) {
				break;
			}
			list = threads("sort=newest&limit=1&cursor=" + next);
		}
		list.expect(seen.size() == 4 && new HashSet<>(seen).size() == 4, "each of the four threads once, not " + seen);
		return "%d threads in %d steps".formatted(new HashSet<>(seen).size(), seen.size());
	}

	private String byPage() {
		var page = threads("sort=newest&page=2&limit=3").is(200)
			.has("/meta/pagination/total", 4)
			.has("/meta/pagination/page", 2);
		page.expect(page.at("/data").size() == 1, "one thread on the second page");
		return "page 2 of threes: %d of %s".formatted(page.at("/data").size(), page.text("/meta/pagination/total"));
	}

	private String around() {
		var thread = this.demoState.value("thread");
		var page = this.demoState.guest().get("/threads/%s/posts?around=3&limit=2".formatted(thread)).is(200);
		page.has("/data", "to hold post 3", (posts) -> numbers(posts).contains(3));
		page.expect(page.at("/data").size() == 2, "two posts");
		return "around 3: posts " + numbers(page.at("/data"));
	}

	private static List<Integer> numbers(JsonNode posts) {
		return posts.valueStream().map((post) -> post.path("number").asInt(0)).toList();
	}

	private String search() {
		var word = "sourdough" + this.demoState.unique("").replace("-", "");
		reply("bob", "Try a %s instead.".formatted(word));
		var began = System.nanoTime();
		var hits = Await.within(SOON,
				() -> this.demoState.guest()
					.get("/threads/search?q=" + word)
					.is(200)
					.has("/data", "to hold one hit", (data) -> data.size() == 1));
		hits.expect(hits.body().contains(this.demoState.value("thread")), "the thread");
		return "%s after %d ms".formatted(hits.at("/data/0/highlights"), (System.nanoTime() - began) / 1_000_000);
	}

	/** Replies of earlier steps may still change the list between the two requests. */
	private String cache() {
		var path = "/threads?limit=20&category=" + this.demoState.value("category");
		var second = Await.within(SOON, () -> {
			var first = this.demoState.guest().get(path).is(200).has("ETag");
			return this.demoState.guest().with("If-None-Match", first.header("ETag")).get(path).is(304);
		});
		second.expect(second.body().isEmpty(), "no body");
		return "200 with %s, then 304 without a body".formatted(second.header("ETag"));
	}

	private String atOnce() {
		var thread = this.demoState.value("thread");
		var reply = reply("alice", "It rose!");
		var count = reply.at("/data/number").asInt(0) - 1;
		var posts = this.demoState.user("nora").get("/threads/%s/posts".formatted(thread)).is(200);
		posts.expect(posts.body().contains(reply.text("/data/id")), "the reply that was just written");
		var began = System.nanoTime();
		Await.within(SOON, () -> thread(thread).has("/data/replyCount", count));
		Await.within(SOON,
				() -> threads("sort=latest").is(200).has("/data/0/id", thread).has("/data/0/replyCount", count));
		return "read back by another user at once; counted in every list after %d ms"
			.formatted((System.nanoTime() - began) / 1_000_000);
	}

	private GatewayResponse thread(String thread) {
		return this.demoState.guest().get("/threads/" + thread).is(200);
	}

	private GatewayResponse reply(String name, String content) {
		return this.demoState.user(name)
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", content))
			.is(201);
	}

	private GatewayResponse threads(String query) {
		return this.demoState.guest().get("/threads?category=%s&%s".formatted(this.demoState.value("category"), query));
	}

}
