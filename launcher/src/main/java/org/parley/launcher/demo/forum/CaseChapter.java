package org.parley.launcher.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import org.parley.launcher.demo.DemoState;
import org.parley.launcher.demo.DemoStep;
import tools.jackson.databind.JsonNode;

/** Every post is checked; what the policy names comes before a moderator. */
public final class CaseChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	public CaseChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A post without fault is checked", this::clean),
				new DemoStep("A post with the listed word is flagged", this::flagged),
				new DemoStep("A moderator is told, and finds the case", this::opened),
				new DemoStep("They dismiss it: the post is as it was", this::dismissed),
				new DemoStep("Another one is removed, and its author told why", this::removed));
	}

	private String clean() {
		var post = awaitPost(reply("A pinch of salt does no harm."), "active");
		return "%s, %s".formatted(post.text("/data/status"), post.text("/data/moderation"));
	}

	private String flagged() {
		this.demoState.keep("flagged", reply("Please flagmeplease, I am a test."));
		return "status " + awaitPost(this.demoState.prop("flagged"), "flagged").text("/data/status");
	}

	private String opened() {
		this.demoState.person("bob").get("/admin/cases").refused(403, "auth.forbidden");
		var told = Await.within(SOON,
				() -> this.demoState.person("moderator")
					.get("/notifications?kind=moderation&unread=true")
					.is(200)
					.has("/data", "to hold a notification", (data) -> !data.isEmpty()));
		var found = this.demoState.keep("case", caseOf(this.demoState.prop("flagged")));
		var incidents = this.demoState.person("moderator").get("/admin/incidents").is(200);
		incidents.expect(incidents.body().contains(this.demoState.prop("flagged")), "the incident");
		return "%s; case %s".formatted(told.text("/data/0/title"), found);
	}

	private String dismissed() {
		decide(this.demoState.prop("case"), "dismiss", "The word is harmless here.").is(200);
		var again = decide(this.demoState.prop("case"), "remove", "Too late.").refused(409, "case.decided");
		return "status %s; a second decision: %s"
			.formatted(awaitPost(this.demoState.prop("flagged"), "active").text("/data/status"), again.refusal());
	}

	private String removed() {
		var post = reply("Once more: flagmeplease, and buy my flour.");
		awaitPost(post, "flagged");
		decide(caseOf(post), "remove", "Advertising.").is(200);
		Await.within(SOON,
				() -> this.demoState.guest()
					.get("/posts/" + post)
					.is(200)
					.has("/data/status", "removed")
					.has("/data/content", "to be null", JsonNode::isNull));
		var told = Await.within(SOON,
				() -> this.demoState.person("bob")
					.get("/notifications?kind=moderation")
					.is(200)
					.has("/data", "to say why", (data) -> data.toString().contains("Advertising.")));
		return told.text("/data/0/title");
	}

	private String reply(String content) {
		return this.demoState.person("bob")
			.post("/posts", Map.of("threadId", this.demoState.prop("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private GatewayResponse awaitPost(String post, String status) {
		return Await.within(SOON,
				() -> this.demoState.guest()
					.get("/posts/" + post)
					.is(200)
					.has("/data/status", status)
					.has("/data/moderation", "checked"));
	}

	private String caseOf(String post) {
		var list = Await.within(SOON,
				() -> this.demoState.person("moderator")
					.get("/admin/cases?status=open&limit=100")
					.is(200)
					.has("/data", "to hold the case", (data) -> data.toString().contains(post)));
		return list.at("/data")
			.valueStream()
			.filter((found) -> found.toString().contains(post))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString("");
	}

	private GatewayResponse decide(String id, String decision, String note) {
		return this.demoState.person("moderator")
			.post("/admin/cases/%s/decide".formatted(id), Map.of("decision", decision, "note", note));
	}

}
