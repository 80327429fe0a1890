package org.parley.e2e;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.running.EndToEnd;
import org.parley.running.RunningSystem;
import org.parley.running.TestUsers;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A user with unique texts uses all features and deletes the account; then every
 * database, cache, queue and log is searched for these texts.
 */
@EndToEnd
class ErasureIT {

	private static final Duration SOON = Duration.ofSeconds(60);

	private static final String PASSWORD = "zwölf schwarze Vögel";

	private final RunningSystem system;

	private final String mark = UUID.randomUUID().toString().substring(0, 8);

	private final String username = "Quetzal-" + this.mark;

	private final String name = "Xolotl Ñandú " + this.mark;

	private final String mail = "Popoca." + this.mark + "@unmistakable.example";

	private final String otherMail = "Itztli." + this.mark + "@unmistakable.example";

	private final String device = "Zwobbel/77-" + this.mark;

	ErasureIT(RunningSystem system) {
		this.system = system;
	}

	@Test
	void erasedUserLeavesNoPersonalData() {
		var leaver = registered();
		var id = leaver.get("/users/me").is(200).text("/data/id");
		var bob = this.system.signedIn("bob");
		var admin = this.system.signedIn("admin");
		var hook = admin.post("/webhook/subscriptions", Map.of("url", "https://hooks.example.org/" + UUID.randomUUID(),
				"events", Set.of("thread.created", "post.created", "post.edited")))
			.is(201)
			.text("/data/id");
		var post = useAllFeatures(leaver, bob, admin);
		var copy = Await.within(SOON, () -> leaver.get("/users/me/export").is(200));
		assertThat(copy.body()).contains(this.mail, "A draft " + this.mark, this.name, this.device);
		assertThat(this.system.dataSearch().inDatabases(words())).as("the search finds existing data")
			.anyMatch((trace) -> trace.startsWith("auth-service.users"))
			.anyMatch((trace) -> trace.startsWith("forum-service.drafts"))
			.anyMatch((trace) -> trace.startsWith("notification-service.notifications"))
			.anyMatch((trace) -> trace.startsWith("moderation-service.cases"))
			.anyMatch((trace) -> trace.startsWith("webhook-service.deliveries"));

		deleteAccount(leaver);
		leaver.get("/users/me").is(401);
		guest().post("/auth/login", Map.of("login", this.username, "password", PASSWORD))
			.refused(403, "account.deleting");
		run(admin, "erase-accounts");
		var report = Await.within(SOON, () -> {
			var list = admin.get("/admin/erasures?limit=100").is(200);
			return list.expect(list.at("/data")
				.valueStream()
				.anyMatch((erasure) -> erasure.path("userId").asString("").equals(id)
						&& !erasure.path("doneAt").isNull()),
					"a reply of every service");
		});
		assertThat(report.body()).contains("forum-service", "realtime-service", "webhook-service");

		var left = new TreeSet<String>();
		Await.until(SOON, Duration.ofSeconds(1), () -> {
			left.clear();
			left.addAll(this.system.dataSearch().inDatabases(words()));
			return left.isEmpty();
		});
		assertThat(left).as("in databases").isEmpty();
		assertThat(this.system.dataSearch().lastingInRedis(words())).as("in Redis").isEmpty();
		assertThat(this.system.dataSearch().inLogs(words())).as("in logs").isEmpty();
		assertThat(Await.until(SOON, Duration.ofSeconds(1), () -> this.system.messagesInQueues() == 0)).as("no queues")
			.isTrue();
		bob.get("/posts/" + post)
			.is(200)
			.has("/data/author/username", "deleted")
			.has("/data/content", "Nobody knows who asks this.");
		register(this.username, "again-" + this.mark + "@example.org").refused(409, "user.username-taken");
		admin.delete("/webhook/subscriptions/" + hook).is(204);
	}

	/** Other instances know a new category only after a moment. */
	private static String begin(ApiUser author, String category, String title, String content) {
		var thread = Map.of("category", category, "title", title, "content", content);
		return Await.within(SOON, () -> author.post("/threads", thread).is(201)).text("/data/id");
	}

	/** Uses all features; returns the id of a post that stays. */
	private String useAllFeatures(ApiUser leaver, ApiUser bob, ApiUser admin) {
		leaver.patch("/users/me", Map.of("bio", "A bio " + this.mark)).is(200);
		leaver.post("/auth/change-email", Map.of("email", this.otherMail, "password", PASSWORD)).is(202);
		guest().post("/auth/login", Map.of("login", this.username, "password", "not mine")).is(401);
		var category = TestUsers.unique("erasure");
		admin.post("/categories", Map.of("slug", category, "name", "Who is gone")).is(201);
		var thread = begin(leaver, category, "Who is it?", "Nobody can tell.");
		var theirs = begin(bob, category, "I am Bob", "Who are you?");
		var answer = bob.post("/posts", Map.of("threadId", thread, "content", "I am Bob.")).is(201).text("/data/id");
		var post = leaver.post("/posts", Map.of("threadId", theirs, "content", "Nobody knows who asks this."))
			.is(201)
			.text("/data/id");
		leaver.post("/posts", Map.of("threadId", theirs, "content", "And this has flagmeplease in it.")).is(201);
		leaver.put("/posts/%s/bookmark".formatted(answer), Map.of()).is(204);
		leaver.put("/threads/%s/subscription".formatted(theirs), Map.of("level", "following")).is(200);
		leaver.put("/threads/%s/progress".formatted(theirs), Map.of("number", 1)).is(200);
		leaver.post("/drafts", Map.of("threadId", theirs, "content", "A draft " + this.mark)).is(201);
		leaver.post("/posts/%s/reports".formatted(answer), Map.of("reason", "other", "note", "A note " + this.mark))
			.is(201);
		leaver.put("/posts/%s/vote".formatted(answer), Map.of("value", 1));
		Await.within(SOON, () -> {
			var notifications = bob.get("/notifications").is(200);
			return notifications.expect(notifications.body().contains(this.name),
					"a notification about the replying user");
		});
		Await.within(SOON, () -> {
			var notifications = leaver.get("/notifications").is(200);
			return notifications.expect(!notifications.at("/data").isEmpty(), "a notification about Bob's reply");
		});
		Await.within(SOON, () -> {
			var cases = admin.get("/admin/cases").is(200);
			return cases.expect(cases.body().contains(this.username), "a case about the flagged post");
		});
		return post;
	}

	private void deleteAccount(ApiUser leaver) {
		var call = leaver.request("DELETE", "/users/me", Map.of("password", PASSWORD));
		this.system.gateway().exchange(call).is(202);
	}

	private static void run(ApiUser admin, String job) {
		var location = admin.post("/admin/auth-service/jobs/%s/runs".formatted(job)).is(202).header("Location");
		Await.within(SOON, () -> admin.follow(location).is(200).has("/data/outcome", "done"));
	}

	private ApiUser registered() {
		return guest().signedIn(register(this.username, this.mail).is(201).text("/data/accessToken"));
	}

	private GatewayResponse register(String username, String address) {
		return guest().post("/auth/register",
				Map.of("name", this.name, "username", username, "email", address, "password", PASSWORD));
	}

	private ApiUser guest() {
		return this.system.gateway().guest().with("User-Agent", this.device);
	}

	/** Returns the unique texts, which all contain the mark or rare words. */
	private Set<String> words() {
		return Set.of(this.mark, "Quetzal-" + this.mark, "Xolotl Ñandú", "Zwobbel/77");
	}

}
