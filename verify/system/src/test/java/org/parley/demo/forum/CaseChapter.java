package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.JsonNode;

/** Automatic checks of posts, and moderation cases. */
public final class CaseChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	private final OpenCases openCases;

	public CaseChapter(DemoState demoState) {
		this.demoState = demoState;
		this.openCases = new OpenCases(demoState);
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("An acceptable post stays visible", this::clean),
				new DemoStep("A post with the listed word is flagged", this::flagged),
				new DemoStep("A moderator is notified and finds the case", this::opened),
				new DemoStep("The case is dismissed: the post is active again", this::dismissed),
				new DemoStep("Another post is removed, and its author is told why", this::removed));
	}

	private String clean() {
		this.demoState.store("clean", reply("A pinch of salt does no harm."));
		return "status " + awaitPost(this.demoState.value("clean"), "active").text("/data/status");
	}

	private String flagged() {
		this.demoState.store("flagged", reply("Please flagmeplease, I am a test."));
		var flagged = awaitPost(this.demoState.value("flagged"), "flagged");
		return "status %s; the earlier post: %s".formatted(flagged.text("/data/status"),
				awaitPost(this.demoState.value("clean"), "active").text("/data/status"));
	}

	private String opened() {
		this.demoState.user("bob").get("/admin/cases").refused(403, "auth.forbidden");
		var notification = Await.within(SOON,
				() -> this.demoState.user("moderator")
					.get("/notifications?kind=moderation&unread=true")
					.is(200)
					.has("/data", "to hold a notification", (data) -> !data.isEmpty()));
		var found = this.demoState.store("case", this.openCases.of(this.demoState.value("flagged")));
		var incidents = this.demoState.user("moderator").get("/admin/incidents").is(200);
		incidents.expect(incidents.body().contains(this.demoState.value("flagged")), "the incident");
		return "%s; case %s".formatted(notification.text("/data/0/title"), found);
	}

	private String dismissed() {
		decide(this.demoState.value("case"), "dismiss", "The word is harmless here.").is(200);
		var again = decide(this.demoState.value("case"), "remove", "Too late.").refused(409, "case.decided");
		return "status %s; a second decision: %s"
			.formatted(awaitPost(this.demoState.value("flagged"), "active").text("/data/status"), again.refusal());
	}

	private String removed() {
		var post = reply("Once more: flagmeplease, and buy my flour.");
		awaitPost(post, "flagged");
		decide(this.openCases.of(post), "remove", "Advertising.").is(200);
		Await.within(SOON,
				() -> this.demoState.guest()
					.get("/posts/" + post)
					.is(200)
					.has("/data/status", "removed")
					.has("/data/content", "to be null", JsonNode::isNull));
		var notification = Await.within(SOON,
				() -> this.demoState.user("bob")
					.get("/notifications?kind=moderation")
					.is(200)
					.has("/data", "to say why", (data) -> data.toString().contains("Advertising.")));
		return notification.text("/data/0/title");
	}

	private String reply(String content) {
		return this.demoState.user("bob")
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private GatewayResponse awaitPost(String post, String status) {
		return Await.within(SOON,
				() -> this.demoState.guest().get("/posts/" + post).is(200).has("/data/status", status));
	}

	private GatewayResponse decide(String id, String decision, String note) {
		return this.demoState.user("moderator")
			.post("/admin/cases/%s/decide".formatted(id), Map.of("decision", decision, "note", note));
	}

}
