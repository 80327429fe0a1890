package org.parley.forum;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.forum.search.index.FollowedIndex;
import org.parley.platform.domain.Ids;
import org.parley.platform.test.client.TestTokens;
import org.parley.platform.test.client.TestUser;
import org.parley.platform.test.example.ExampleStory;
import org.parley.platform.test.example.ExamplesContract;
import org.parley.platform.test.example.StoryActor;
import tools.jackson.databind.JsonNode;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls all endpoints in a forum about gardens, for the examples in the API document. It
 * uses its own context and database, because lists show all content; a repetition uses
 * new ones.
 */
@Import(FailedEvents.class)
@DirtiesContext
@ExtendWith(FollowedIndex.class)
class ExamplesIT extends ForumIT implements ExamplesContract {

	private static final String API = "/api/v1/";

	private static final String ADMIN = API + "admin/forum-service/";

	@Autowired
	private FailedEvents failedEvents;

	private final TestUser mona = named("mona", "Mona", "moderator");

	private ExampleStory exampleStory = new ExampleStory(0);

	private StoryActor guest = this.exampleStory.by(null);

	private StoryActor alice = this.guest;

	private StoryActor bob = this.guest;

	private StoryActor moderator = this.guest;

	private StoryActor admin = this.guest;

	private String thread = "";

	private String reply = "";

	@Override
	public void tell(ExampleStory story) {
		this.exampleStory = story;
		story.show(TestTokens.ISSUER, "https://forum.example.org");
		this.guest = story.by(null);
		this.alice = story.by(named("alice", "Alice").accessToken());
		this.bob = story.by(named("bob", "Bob").accessToken());
		this.moderator = story.by(this.mona.accessToken());
		this.admin = story.by(named("ada", "Ada", "admin").accessToken());
		manageCategories();
		writePosts();
		readPages();
		castVotes();
		keepPersonalData();
		moderate();
		splitAndMerge();
		removeAuthoredPosts();
		runJobs();
		repairEvents();
		letProgramsPost();
	}

	@Override
	public Map<String, String> without() {
		return Map.of("GET " + API + "admin/stats", "how many events wait differs between runs");
	}

	private void letProgramsPost() {
		this.exampleStory.chapter();
		var addresses = API + "categories/{slug}/incoming-addresses";
		var created = this.moderator.with("name", "Weather station", "template", "plain")
			.send("POST " + addresses, "kitchen");
		var path = created.text("/data/path").split("/", -1);
		this.exampleStory.show(path[5], "dGhlIHRva2VuIG9mIHRoZSBhZGRyZXNz");
		this.guest.with("title", "Frost tonight", "content", "Two degrees below zero are expected.")
			.header("Idempotency-Key", "frost-1")
			.send("POST " + API + "incoming/{id}/{token}", path[4], path[5]);
		this.moderator.send("GET " + addresses, "kitchen");
		this.moderator.send("DELETE " + addresses + "/{id}", "kitchen", path[4]);
		this.bob.isRefused("GET " + addresses, "kitchen");
	}

	private void manageCategories() {
		this.admin
			.with("slug", "garden", "name", "Garden", "description", "What grows, and what will not.", "order", 1,
					"colour", "#2e7d32", "read", "everyone", "post", "members")
			.header("Idempotency-Key", "garden-1")
			.send("POST " + API + "categories");
		this.forum.post(this.forum.admin(), "/categories", Map.of("slug", "kitchen", "name", "Kitchen", "order", 2));
		this.forum.post(this.forum.admin(), "/categories", Map.of("slug", "attic", "name", "Attic", "order", 3));
		var attic = this.guest.send("GET " + API + "categories/{slug}", "attic");
		this.admin.with("name", "Cellar")
			.header("If-Match", attic.tag())
			.send("PATCH " + API + "categories/{slug}", "attic");
		this.admin.send("DELETE " + API + "categories/{slug}", "attic");
		this.guest.send("GET " + API + "categories");
	}

	private void writePosts() {
		this.exampleStory.chapter();
		this.thread = this.alice
			.with("category", "garden", "title", "Which tomatoes for a balcony?", "content", "It faces **north**.",
					"tags", List.of("tomatoes", "balcony"))
			.header("Idempotency-Key", "tomatoes-1")
			.send("POST " + API + "threads")
			.id();
		this.admin.isRefused("DELETE " + API + "categories/{slug}", "garden");
		this.alice.with("category", "garden", "title", "Hi", "content", "Hello!").isRefused("POST " + API + "threads");
		this.reply = this.bob.with("threadId", this.thread, "content", "Try *Stupice*, it needs little sun.")
			.header("Idempotency-Key", "stupice-1")
			.send("POST " + API + "posts")
			.id();
		awaitCounters(1, 0);
		var first = this.guest.send("GET " + API + "threads/{id}", this.thread);
		this.alice.with("title", "Which tomatoes for a balcony that faces north?")
			.header("If-Match", first.tag())
			.send("PATCH " + API + "threads/{id}", this.thread);
		this.alice.with("tags", List.of("tomatoes"))
			.header("If-Match", first.tag())
			.isRefused("PATCH " + API + "threads/{id}", this.thread);
		this.bob.with("content", "Try *Stupice*: it needs little sun.").send("PATCH " + API + "posts/{id}", this.reply);
		this.forum.patch(this.mona, "/posts/" + this.reply, Map.of("content", "Try *Stupice*."));
		this.guest.send("GET " + API + "posts/{id}", this.reply);
		this.bob.send("GET " + API + "posts/{id}/history?limit={limit}", this.reply, 20);
	}

	private void readPages() {
		this.guest.send("GET " + API + "threads?category={category}&sort={sort}&limit={limit}", "garden", "latest", 20);
		this.guest.send("GET " + API + "threads/{id}/posts?view={view}&limit={limit}", this.thread, "flat", 20);
		soon().until(() -> !read("/threads/search?q=tomatoes").isEmpty());
		this.guest.send("GET " + API + "threads/search?q={q}&limit={limit}", "tomatoes category:garden", 20);
		this.guest.send("GET " + API + "tags?q={q}&limit={limit}", "ba", 8);
		this.guest.send("GET " + API + "posts?author={author}&limit={limit}", "bob", 20);
		this.guest.send("GET " + API + "feeds/categories/{slug}", "garden");
		this.guest.send("GET " + API + "feeds/threads/{id}", this.thread);
		this.guest.isRefused("GET " + API + "threads/{id}", "01JZZZZZZZZZZZZZZZZZZZZZZZ");
		this.bob.with("content", "Try *Stupice*, it needs little sun.").send("POST " + API + "posts/preview");
	}

	private void castVotes() {
		this.exampleStory.chapter();
		this.bob.with("value", 1).send("PUT " + API + "threads/{id}/vote", this.thread);
		this.alice.with("value", 1).send("PUT " + API + "posts/{id}/vote", this.reply);
		this.alice.with("value", 1).isRefused("PUT " + API + "threads/{id}/vote", this.thread);
		awaitCounters(1, 1);
		soon().until(() -> read("/posts/" + this.reply).path("voteScore").asInt() == 1);
		this.alice.with("postId", this.reply).send("PUT " + API + "threads/{id}/answer", this.thread);
		this.alice.send("DELETE " + API + "threads/{id}/answer", this.thread);
		soon().until(() -> read("/members/bob").path("reputation").asInt() == 1);
		this.guest.send("GET " + API + "members/{username}", "bob");
		this.alice.send("GET " + API + "members?q={q}", "bo");
	}

	private void removeAuthoredPosts() {
		this.exampleStory.chapter();
		this.forum.post(named("mallory", "Mallory"), "/threads",
				Map.of("category", "kitchen", "title", "Cheap pills", "content", "Buy them."));
		this.bob.isRefused("DELETE " + API + "members/{username}/posts", "mallory");
		this.admin.send("DELETE " + API + "members/{username}/posts", "mallory");
	}

	private void keepPersonalData() {
		this.exampleStory.chapter();
		this.bob.send("PUT " + API + "threads/{id}/bookmark", this.thread);
		this.bob.send("PUT " + API + "posts/{id}/bookmark", this.reply);
		this.bob.send("GET " + API + "bookmarks?limit={limit}", 1);
		this.bob.send("DELETE " + API + "threads/{id}/bookmark", this.thread);
		this.bob.send("DELETE " + API + "posts/{id}/bookmark", this.reply);
		this.bob.with("level", "following").send("PUT " + API + "threads/{id}/subscription", this.thread);
		this.bob.with("level", "following").send("PUT " + API + "categories/{slug}/subscription", "garden");
		this.bob.with("level", "muted").send("PUT " + API + "tags/{tag}/subscription", "balcony");
		this.bob.send("GET " + API + "threads/{id}/subscription", this.thread);
		this.bob.send("GET " + API + "categories/{slug}/subscription", "garden");
		this.bob.send("GET " + API + "tags/{tag}/subscription", "balcony");
		this.bob.send("GET " + API + "subscriptions?limit={limit}", 20);
		this.alice.with("number", 2).send("PUT " + API + "threads/{id}/progress", this.thread);
		this.alice.send("GET " + API + "threads/{id}/progress", this.thread);
		this.alice.send("GET " + API + "threads/progress?threads={threads}", this.thread);
		writeDrafts();
	}

	private void writeDrafts() {
		var draft = this.alice.with("threadId", this.thread, "replyTo", this.reply, "content", "Does it climb, or")
			.header("Idempotency-Key", "draft-1")
			.send("POST " + API + "drafts");
		this.alice.with("threadId", this.thread, "replyTo", this.reply, "content", "Does it climb, or does it hang?")
			.header("If-Match", draft.tag())
			.send("PUT " + API + "drafts/{id}", draft.id());
		this.alice.with("content", "Does it grow, or")
			.header("If-Match", draft.tag())
			.isRefused("PUT " + API + "drafts/{id}", draft.id());
		this.alice.send("GET " + API + "drafts/{id}", draft.id());
		this.alice.send("GET " + API + "drafts?limit={limit}", 20);
		this.alice.send("DELETE " + API + "drafts/{id}", draft.id());
		appointModerator();
	}

	private void appointModerator() {
		this.admin.send("PUT " + API + "categories/{slug}/moderators/{username}", "garden", "bob");
		this.guest.send("GET " + API + "categories/{slug}/moderators", "garden");
		this.admin.send("DELETE " + API + "categories/{slug}/moderators/{username}", "garden", "bob");
	}

	private void moderate() {
		this.exampleStory.chapter();
		this.alice.with("reason", "off-topic", "note", "It was about balconies.")
			.header("Idempotency-Key", "report-1")
			.send("POST " + API + "posts/{id}/reports", this.reply);
		this.moderator.send("GET " + API + "admin/reports?status={status}&limit={limit}", "open", 20);
		this.moderator.send("POST " + API + "threads/{id}/lock", this.thread);
		this.bob.with("threadId", this.thread, "content", "One more thing.").isRefused("POST " + API + "posts");
		for (var step : List.of("unlock", "pin", "unpin", "hide", "unhide", "archive", "unarchive")) {
			this.moderator.send("POST " + API + "threads/{id}/" + step, this.thread);
		}
		this.moderator.with("category", "kitchen").send("POST " + API + "threads/{id}/move", this.thread);
		this.moderator.send("DELETE " + API + "posts/{id}", this.reply);
		awaitCounters(0, 1);
		this.moderator.send("POST " + API + "posts/{id}/restore", this.reply);
		awaitCounters(1, 1);
		this.bob.isRefused("DELETE " + API + "threads/{id}", this.thread);
		this.moderator.send("DELETE " + API + "threads/{id}", this.thread);
		this.moderator.send("POST " + API + "threads/{id}/restore", this.thread);
	}

	private void splitAndMerge() {
		this.exampleStory.chapter();
		var split = this.moderator.with("from", 2, "title", "Tomatoes with little sun", "tags", List.of("shade"))
			.header("Idempotency-Key", "split-1")
			.send("POST " + API + "threads/{id}/split", this.thread);
		awaitRelocation(split.id());
		this.moderator.send("GET " + API + "admin/thread-works/{id}", split.id());
		var merge = this.moderator.with("into", this.thread)
			.send("POST " + API + "threads/{id}/merge", split.text("/data/target"));
		awaitRelocation(merge.id());
		this.guest.send("GET " + API + "threads/{id}?slug={slug}", this.thread, "which-tomatoes-for-a-balcony");
		awaitCounters(1, 1);
	}

	private void runJobs() {
		this.exampleStory.chapter();
		var run = this.admin.header("Idempotency-Key", "count-1")
			.send("POST " + ADMIN + "jobs/{name}/runs", "generate-statistics");
		var address = "/admin/forum-service/jobs/generate-statistics/runs/" + run.id();
		soon().until(() -> read(address).path("outcome").asString().equals("done"));
		this.exampleStory.show(read(address).path("instance").asString(), "forum-service-1");
		this.admin.send("GET " + ADMIN + "jobs/{name}/runs/{id}", "generate-statistics", run.id());
		this.admin.send("GET " + ADMIN + "jobs/{name}/runs?limit={limit}", "generate-statistics", 20);
		this.admin.send("GET " + ADMIN + "jobs");
		var snapshot = this.admin.with("queue", "webhooks").send("POST " + ADMIN + "snapshots");
		soon().until(
				() -> read("/admin/forum-service/snapshots/" + snapshot.id()).path("status").asString().equals("DONE"));
		this.admin.send("GET " + ADMIN + "snapshots/{id}", snapshot.id());
		this.admin.send("GET " + ADMIN + "snapshots");
		this.bob.isRefused("GET " + ADMIN + "snapshots");
	}

	private void repairEvents() {
		this.exampleStory.chapter();
		var letters = List.of(this.failedEvents.createDeadLetter(), this.failedEvents.createDeadLetter());
		this.admin.send("GET " + ADMIN + "dead-letters?queue={queue}&limit={limit}", FailedEvents.QUEUE, 20);
		this.admin.send("GET " + ADMIN + "dead-letters/{id}", letters.getFirst());
		this.admin.send("POST " + ADMIN + "dead-letters/{id}/replay", letters.getFirst());
		soon().until(() -> this.failedEvents.countDeadLetters() == 2);
		this.admin.send("POST " + ADMIN + "dead-letters/replay?queue={queue}", FailedEvents.QUEUE);
		soon().until(() -> this.failedEvents.countDeadLetters() == 2);
		this.admin.send("DELETE " + ADMIN + "dead-letters/{id}", letters.getFirst());
		soon().until(() -> this.failedEvents.countUnsentEvents() == 0);
		var parked = List.of(this.failedEvents.createParkedEvent("thread.locked"),
				this.failedEvents.createParkedEvent("category.created"));
		this.admin.send("GET " + ADMIN + "outbox");
		this.admin.send("GET " + ADMIN + "outbox/parked?limit={limit}", 20);
		this.admin.send("DELETE " + ADMIN + "outbox/parked/{id}", parked.getFirst());
		this.admin.send("POST " + ADMIN + "outbox/parked/{id}/retry", parked.getLast());
	}

	private void awaitCounters(int replies, int score) {
		soon().untilAsserted(() -> {
			var thread = read("/threads/" + this.thread);
			assertThat(thread.path("replyCount").asInt()).isEqualTo(replies);
			assertThat(thread.path("voteScore").asInt()).isEqualTo(score);
		});
	}

	private void awaitRelocation(String id) {
		soon().until(() -> read("/admin/thread-works/" + id).path("state").asString().equals("done"));
	}

	/** Reads a resource without recording the request. */
	private JsonNode read(String path) {
		return this.forum.get(this.forum.admin(), path).data();
	}

	private static TestUser named(String username, String displayName, String... roles) {
		var id = Ids.next();
		return new TestUser(id, username, TestTokens.claims(id, username, roles).claim("name", displayName).sign());
	}

}
