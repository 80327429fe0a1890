package org.parley.demo.forum;

import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.ApiUser;
import tools.jackson.databind.JsonNode;

/** Categories, threads, replies, edits, votes and repeated requests. */
public final class WritingChapter {

	private static final String MARKDOWN = """
			Bread needs **time**, and [a scale](https://example.org/scale).

			<script>alert('x')</script><b onclick="alert(1)">Press</b> [here](javascript:alert(2))

			![crumb](https://tracker.example.org/pixel.gif)

			| flour | water |
			| ----- | ----- |
			| 500 g | 350 g |
			""";

	private final DemoState demoState;

	public WritingChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("Only an admin creates a category", this::category),
				new DemoStep("Users start threads", this::threads),
				new DemoStep("Markdown is rendered as safe HTML", this::safeHtml),
				new DemoStep("Users reply to threads and posts", this::replies),
				new DemoStep("An edit needs the current version", this::edit),
				new DemoStep("A deleted post has no content and can be restored", this::deleteAndRestore),
				new DemoStep("A vote is counted once, can be withdrawn, and is refused for own posts", this::vote),
				new DemoStep("A request repeated with its idempotency key creates nothing twice", this::repeat));
	}

	private String category() {
		var slug = this.demoState.store("category", this.demoState.unique("baking"));
		var category = Map.of("slug", slug, "name", this.demoState.unique("Baking"), "description",
				"Bread, cakes and what went wrong", "colour", "#c0661f");
		this.demoState.guest().post("/categories", category).refused(401, "auth.required");
		var refusal = user("nora").post("/categories", category).refused(403, "auth.forbidden");
		user("admin").post("/categories", category).is(201).has("/data/slug", slug);
		var list = this.demoState.guest().get("/categories").is(200);
		list.expect(list.body().contains(slug), "the new category in the list");
		return "%s was created; Nora's request: %s".formatted(slug, refusal.refusal());
	}

	private String threads() {
		this.demoState.guest().post("/threads", thread("Hello", "Anybody?")).refused(401, "auth.required");
		var answer = user("nora").post("/threads", thread("Why does my bread not rise?", MARKDOWN))
			.is(201)
			.has("Location");
		this.demoState.store("thread", answer.text("/data/id"));
		this.demoState.guest()
			.follow(answer.header("Location"))
			.is(200)
			.has("ETag")
			.has("/data/title", "Why does my bread not rise?")
			.has("/data/author/username", this.demoState.unique("nora"))
			.has("/data/status", "open");
		var others = List.of("Rye or wheat?", "Which oven do you have?", "A word on salt");
		others.forEach(
				(title) -> user("alice").post("/threads", thread(title, "I have been wondering about this: " + title))
					.is(201));
		return "%s and %d more".formatted(answer.header("Location"), others.size());
	}

	private String safeHtml() {
		var posts = this.demoState.guest()
			.get("/threads/%s/posts".formatted(this.demoState.value("thread")))
			.is(200)
			.has("/data/0/number", 1);
		this.demoState.store("first-post", posts.text("/data/0/id"));
		var html = posts.text("/data/0/html");
		List.of("<strong>time</strong>", "<table>", "nofollow", "ugc")
			.forEach((wanted) -> posts.expect(html.contains(wanted), "%s in the HTML".formatted(wanted)));
		List.of("<script", "<b ", "href=\"javascript:", "<img")
			.forEach((unwanted) -> posts.expect(!html.contains(unwanted), "no %s in the HTML".formatted(unwanted)));
		return html.lines().findFirst().orElse("");
	}

	private String replies() {
		var reply = user("alice").post("/posts", reply("Is the yeast fresh?")).is(201).has("/data/number", 2);
		this.demoState.store("reply", reply.text("/data/id"));
		var below = user("nora")
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", "From *yesterday*.",
					"replyTo", reply.text("/data/id")))
			.is(201)
			.has("/data/number", 3);
		this.demoState.store("below", below.text("/data/id"));
		var posts = user("nora").get("/threads/%s/posts".formatted(this.demoState.value("thread"))).is(200);
		posts.expect(posts.at("/data").size() == 3, "three posts");
		posts.has("/data/2/replyTo", "to name the reply",
				(replyTo) -> replyTo.toString().contains(reply.text("/data/id")));
		this.demoState.guest().get("/threads/%s/posts?view=tree".formatted(this.demoState.value("thread"))).is(200);
		return "#%s answers #%s".formatted(below.text("/data/number"), reply.text("/data/number"));
	}

	private String edit() {
		var path = "/posts/" + this.demoState.value("below");
		var read = user("nora").get(path).is(200).has("ETag");
		var edited = user("nora").with("If-Match", read.header("ETag"))
			.patch(path, Map.of("content", "From *last week*."))
			.is(200)
			.has("/data/content", "From *last week*.");
		var refusal = user("nora").with("If-Match", read.header("ETag"))
			.patch(path, Map.of("content", "From *last year*."))
			.refused(412, "request.precondition-failed");
		user("alice").patch(path, Map.of("content", "Mine now.")).refused(403, "post.forbidden");
		return "version %s; a second edit of the first version: %s".formatted(edited.text("/data/version"),
				refusal.refusal());
	}

	private String deleteAndRestore() {
		var path = "/posts/" + this.demoState.value("below");
		user("bob").delete(path).refused(403, "post.forbidden");
		user("nora").delete(path).is(204);
		var gone = this.demoState.guest().get(path).is(200).has("/data/status", "deleted");
		gone.has("/data/content", "to be null", JsonNode::isNull).has("/data/html", "to be null", JsonNode::isNull);
		user("nora").post(path + "/restore").is(200);
		this.demoState.guest().get(path).is(200).has("/data/content", "From *last week*.");
		return "while deleted: content %s, status %s".formatted(gone.at("/data/content"), gone.text("/data/status"));
	}

	private String vote() {
		var path = "/posts/" + this.demoState.value("reply");
		var own = user("alice").put(path + "/vote", Map.of("value", 1)).refused(403, "vote.own");
		user("bob").put(path + "/vote", Map.of("value", 1)).is(200).has("/data/voteScore", 1).has("/data/value", 1);
		user("bob").put(path + "/vote", Map.of("value", 1)).is(200).has("/data/voteScore", 1);
		user("bob").put(path + "/vote", Map.of("value", -1)).is(200).has("/data/voteScore", -1);
		user("bob").put(path + "/vote", Map.of("value", 0)).is(200).has("/data/voteScore", 0);
		user("bob").put(path + "/vote", Map.of("value", 1)).is(200).has("/data/voteScore", 1);
		return "score 1 after 1, 1, -1, 0, 1; Alice for herself: " + own.refusal();
	}

	private String repeat() {
		var bob = user("bob").with("Idempotency-Key", this.demoState.unique("reply"));
		var first = bob.post("/posts", reply("Warm water helps.")).is(201);
		var again = bob.post("/posts", reply("Warm water helps.")).is(201).has("/data/id", first.text("/data/id"));
		var other = bob.post("/posts", reply("Cold water helps.")).refused(422, "idempotency.key-reused");
		return "twice %s; with another body %s".formatted(again.text("/data/id"), other.refusal());
	}

	private ApiUser user(String name) {
		return this.demoState.user(name);
	}

	private Map<String, Object> thread(String title, String content) {
		return Map.of("category", this.demoState.value("category"), "title", title, "content", content, "tags",
				List.of("bread", this.demoState.unique("tale")));
	}

	private Map<String, String> reply(String content) {
		return Map.of("threadId", this.demoState.value("thread"), "content", content);
	}

}
