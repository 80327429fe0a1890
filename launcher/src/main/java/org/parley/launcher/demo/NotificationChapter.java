package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;

/** Notifications and their settings. */
final class NotificationChapter {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final DemoState demoState;

	NotificationChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("A reply notifies the author of the thread", this::created),
				new DemoStep("The user marks it as read", this::read),
				new DemoStep("Other users cannot access it", this::others),
				new DemoStep("The user deletes it", this::delete),
				new DemoStep("Notification mail can be switched off", this::preferences));
	}

	private String created() {
		var thread = this.demoState.user("nora")
			.post("/threads",
					Map.of("category", this.demoState.value("category"), "title", "Whose turn is it to bake?",
							"content", "Mine was last week."))
			.is(201);
		this.demoState.store("asked", thread.text("/data/id"));
		this.demoState.user("bob")
			.post("/posts", Map.of("threadId", thread.text("/data/id"), "content", "Then it is mine."))
			.is(201);
		var list = Await.within(SOON,
				() -> this.demoState.user("nora")
					.get("/notifications?kind=reply&unread=true")
					.is(200)
					.has("/data", "to hold one notification", (data) -> data.size() == 1));
		this.demoState.store("notification", list.text("/data/0/id"));
		unread(1);
		return "%s: %s".formatted(list.text("/data/0/title"), list.text("/data/0/body"));
	}

	private String read() {
		var read = this.demoState.user("nora").put(path("/read"), Map.of());
		read.expect(read.status() < 300, "it to be read");
		unread(0);
		return "unread: 0";
	}

	private String others() {
		return this.demoState.user("bob").delete(path("")).refused(404, "notification.not-found").refusal();
	}

	private String delete() {
		this.demoState.user("nora").delete(path("")).is(204);
		var list = this.demoState.user("nora").get("/notifications?kind=reply").is(200);
		list.expect(list.at("/data").isEmpty(), "no notification");
		return "none is left";
	}

	private String preferences() {
		var quiet = Map.of("kinds", List.of(Map.of("kind", "reply", "inApp", true, "live", true, "mail", "none")));
		var nora = this.demoState.user("nora");
		nora.put("/users/me/preferences", quiet).is(200);
		var reply = nora.get("/users/me/preferences")
			.is(200)
			.at("/data/kinds")
			.valueStream()
			.filter((kind) -> kind.path("kind").asString("").equals("reply"))
			.findFirst();
		if (reply.isEmpty() || !reply.get().path("mail").asString("").equals("none")) {
			throw new IllegalStateException("Expected no mail for replies, got " + reply);
		}
		return "of replies: " + reply.get();
	}

	private GatewayResponse unread(int count) {
		return Await.within(SOON,
				() -> this.demoState.user("nora").get("/notifications/unread-count").is(200).has("/data/count", count));
	}

	private String path(String action) {
		return "/notifications/" + this.demoState.value("notification") + action;
	}

}
