package org.parley.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * A category that one group may read and write. Its members see it at every address, and
 * nobody else but administrators does; who leaves the group loses sight at once.
 */
@EndToEnd
class GroupVisibilityIT {

	private static final Duration SOON = Duration.ofSeconds(20);

	/** A unique word. */
	private final String word = TestUsers.unique("w").replace("-", "");

	private final String category = "of-" + this.word;

	private final RunningSystem system;

	private final ApiUser guest;

	private final ApiUser admin;

	private final String group;

	private final String memberName = "member-" + this.word;

	private final String leaverName = "leaver-" + this.word;

	private final String strangerName = "stranger-" + this.word;

	private final ApiUser member;

	private final ApiUser leaver;

	private final ApiUser stranger;

	private String thread = "";

	private String post = "";

	private String room = "";

	GroupVisibilityIT(RunningSystem system) {
		this.system = system;
		this.guest = system.gateway().guest();
		this.admin = system.signedIn("admin");
		this.group = this.admin.post("/admin/groups", Map.of("name", "Group " + this.word)).is(201).text("/data/id");
		var people = new TestUsers(system.gateway(), this.admin);
		Stream.of(this.memberName, this.leaverName, this.strangerName).forEach(people::register);
		Stream.of(this.memberName, this.leaverName)
			.forEach((name) -> this.admin.put(membership(name), Map.of()).is(204));
		this.member = signIn(this.memberName);
		this.leaver = signIn(this.leaverName);
		this.stranger = signIn(this.strangerName);
	}

	@Test
	void groupSeesItsCategoryAndNobodyElseDoes() {
		open();
		assertSeen(this.member);
		assertSeen(this.leaver);
		assertSeen(this.admin);
		assertUnseen(this.stranger);
		assertUnseen(this.system.signedIn("moderator"));
		assertUnseen(this.system.gateway().guest());
		Await.within(SOON, () -> shows(this.leaver.get("/notifications?kind=mention").is(200)));
		assertThat(this.stranger.get("/notifications").is(200).body()).doesNotContain(this.thread);
		assertThat(this.system.gateway().guest().get("/feeds/categories/" + this.category).status()).isEqualTo(404);
		assertLeaverIsShutOut();
	}

	/** The socket of the leaver closes, and its token ends with the membership. */
	private void assertLeaverIsShutOut() {
		try (var inside = LiveClient.connect(this.member, "websocket");
				var live = LiveClient.connect(this.leaver, "websocket");
				var outside = LiveClient.connect(this.stranger, "websocket")) {
			assertThat(inside.join(this.thread)).isEqualTo("ok");
			assertThat(live.join(this.thread)).isEqualTo("ok");
			assertThat(outside.join(this.thread)).isEqualTo("thread.not-found");
			this.admin.delete(membership(this.leaverName)).is(204);
			Await.within(SOON, () -> this.leaver.get("/users/me").refused(401, "auth.token-revoked"));
			reply("After that, @" + this.leaverName + " " + this.word);
			inside.await("new-post", (message) -> message.toString().contains("After that"), SOON);
			assertThat(live.received("new-post")).noneMatch((message) -> message.toString().contains("After that"));
		}
		var again = signIn(this.leaverName);
		assertUnseen(again);
		Await.within(SOON, () -> again.get("/notifications/unread-count").is(200).has("/data/count", 0));
		assertThat(again.get("/notifications").is(200).body()).doesNotContain(this.thread);
		assertThat(again.get("/bookmarks").is(200).body()).doesNotContain(this.post);
		assertThat(again.get("/chat/conversations").is(200).body()).doesNotContain(this.room);
		try (var live = LiveClient.connect(again, "websocket")) {
			assertThat(live.join(this.thread)).isEqualTo("thread.not-found");
		}
	}

	private void open() {
		this.admin
			.post("/categories", Map.of("slug", this.category, "name", "About " + this.word, "read", "admins", "post",
					"admins", "readGroups", List.of(this.group), "postGroups", List.of(this.group)))
			.is(201);
		this.thread = Await
			.within(SOON,
					() -> this.member
						.post("/threads",
								Map.of("category", this.category, "title", "What of " + this.word, "content",
										"All of " + this.word, "tags", List.of(this.word)))
						.is(201))
			.text("/data/id");
		this.post = reply("@%s and @%s, look: %s".formatted(this.leaverName, this.strangerName, this.word));
		Await.within(SOON, () -> this.leaver.put("/posts/%s/bookmark".formatted(this.post), Map.of()).is(204));
		this.member.post("/threads/%s/summary".formatted(this.thread)).is(202);
		Await.within(SOON, () -> this.member.get(summary()).is(200).has("/data/status", "ready"));
		this.room = Await
			.within(SOON,
					() -> this.admin
						.post("/chat/conversations",
								Map.of("kind", "room", "name", "Room of " + this.word, "category", this.category))
						.is(201))
			.text("/data/id");
		this.leaver.post("/chat/conversations/%s/join".formatted(this.room)).is(200);
	}

	private String reply(String text) {
		return this.member.post("/posts", Map.of("threadId", this.thread, "content", text)).is(201).text("/data/id");
	}

	private void assertSeen(ApiUser person) {
		things().forEach((path) -> Await.within(SOON, () -> person.get(path).is(200)));
		lists().forEach((path) -> Await.within(SOON, () -> shows(person.get(path).is(200))));
	}

	private void assertUnseen(ApiUser person) {
		things().forEach((path) -> assertThat(person.get(path).status()).as(path).isEqualTo(404));
		lists().forEach((path) -> assertThat(isShown(person.get(path))).as(path).isFalse());
	}

	private Stream<String> things() {
		return Stream.of("/threads/" + this.thread, "/threads/%s/posts".formatted(this.thread), "/posts/" + this.post,
				"/categories/" + this.category, "/feeds/categories/" + this.category, "/feeds/threads/" + this.thread,
				summary());
	}

	private Stream<String> lists() {
		return Stream.of("/categories", "/threads?sort=newest&limit=100", "/threads?tag=" + this.word,
				"/threads?author=" + this.memberName, "/threads/search?q=" + this.word, "/chat/rooms?q=" + this.word);
	}

	private String summary() {
		return "/threads/%s/summary".formatted(this.thread);
	}

	private String membership(String name) {
		return "/admin/groups/%s/members/%s".formatted(this.group, name);
	}

	private ApiUser signIn(String name) {
		var signedIn = this.guest.post("/auth/login", Map.of("login", name, "password", TestUsers.PASSWORD)).is(200);
		return this.system.gateway().guest().signedIn(signedIn.text("/data/accessToken"));
	}

	private GatewayResponse shows(GatewayResponse response) {
		return response.expect(isShown(response), "content of the group");
	}

	private boolean isShown(GatewayResponse response) {
		return Stream.of(this.thread, this.post, this.room, "\"" + this.category + "\"")
			.filter((id) -> !id.isEmpty())
			.anyMatch(response.body()::contains);
	}

}
