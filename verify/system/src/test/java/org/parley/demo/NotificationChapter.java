package org.parley.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import tools.jackson.databind.JsonNode;

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
					.has("/data", "to hold the notification", (data) -> find(data).isPresent()));
		var notification = find(list.at("/data")).orElseThrow();
		this.demoState.store("notification", notification.path("id").asString());
		var count = this.demoState.user("nora")
			.get("/notifications/unread-count")
			.is(200)
			.has("/data/count", "to be positive", (unread) -> unread.asInt(0) > 0);
		return "%s: %s; %s unread".formatted(notification.path("title").asString(),
				notification.path("body").asString(), count.text("/data/count"));
	}

	/** Finds the notification about the thread of this chapter. */
	private Optional<JsonNode> find(JsonNode notifications) {
		return notifications.valueStream()
			.filter((one) -> one.path("link").asString("").contains(this.demoState.value("asked")))
			.findFirst();
	}

	private String read() {
		var read = this.demoState.user("nora").put(path("/read"), Map.of());
		read.expect(read.status() < 300, "it to be read");
		this.demoState.user("nora")
			.get("/notifications?kind=reply&unread=true")
			.is(200)
			.has("/data", "not to hold the notification", (data) -> find(data).isEmpty());
		return "no longer among the unread ones";
	}

	private String others() {
		return this.demoState.user("bob").delete(path("")).refused(404, "notification.not-found").refusal();
	}

	private String delete() {
		this.demoState.user("nora").delete(path("")).is(204);
		this.demoState.user("nora")
			.get("/notifications?kind=reply")
			.is(200)
			.has("/data", "not to hold the notification", (data) -> find(data).isEmpty());
		return "it is gone";
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

	private String path(String action) {
		return "/notifications/" + this.demoState.value("notification") + action;
	}

}
