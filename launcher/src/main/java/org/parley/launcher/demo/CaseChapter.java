package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Answer;
import org.parley.launcher.client.Patience;
import tools.jackson.databind.JsonNode;

/** Every post is checked; what the policy names comes before a moderator. */
final class CaseChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final Scene scene;

	CaseChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("A post without fault is checked", this::clean),
				new Step("A post with the listed word is flagged", this::flagged),
				new Step("A moderator is told, and finds the case", this::opened),
				new Step("They dismiss it: the post is as it was", this::dismissed),
				new Step("Another one is removed, and its author told why", this::removed));
	}

	private String clean() {
		var post = awaitPost(reply("A pinch of salt does no harm."), "active");
		return "%s, %s".formatted(post.text("/data/status"), post.text("/data/moderation"));
	}

	private String flagged() {
		this.scene.keep("flagged", reply("Please flagmeplease, I am a test."));
		return "status " + awaitPost(this.scene.prop("flagged"), "flagged").text("/data/status");
	}

	private String opened() {
		this.scene.person("bob").get("/admin/cases").refused(403, "auth.forbidden");
		var told = Patience.within(SOON,
				() -> this.scene.person("moderator")
					.get("/notifications?kind=moderation&unread=true")
					.is(200)
					.has("/data", "to hold a notification", (data) -> !data.isEmpty()));
		var found = this.scene.keep("case", caseOf(this.scene.prop("flagged")));
		var incidents = this.scene.person("moderator").get("/admin/incidents").is(200);
		incidents.expect(incidents.body().contains(this.scene.prop("flagged")), "the incident");
		return "%s; case %s".formatted(told.text("/data/0/title"), found);
	}

	private String dismissed() {
		decide(this.scene.prop("case"), "dismiss", "The word is harmless here.").is(200);
		var again = decide(this.scene.prop("case"), "remove", "Too late.").refused(409, "case.decided");
		return "status %s; a second decision: %s"
			.formatted(awaitPost(this.scene.prop("flagged"), "active").text("/data/status"), again.refusal());
	}

	private String removed() {
		var post = reply("Once more: flagmeplease, and buy my flour.");
		awaitPost(post, "flagged");
		decide(caseOf(post), "remove", "Advertising.").is(200);
		Patience.within(SOON,
				() -> this.scene.guest()
					.get("/posts/" + post)
					.is(200)
					.has("/data/status", "removed")
					.has("/data/content", "to be null", JsonNode::isNull));
		var told = Patience.within(SOON,
				() -> this.scene.person("bob")
					.get("/notifications?kind=moderation")
					.is(200)
					.has("/data", "to say why", (data) -> data.toString().contains("Advertising.")));
		return told.text("/data/0/title");
	}

	private String reply(String content) {
		return this.scene.person("bob")
			.post("/posts", Map.of("threadId", this.scene.prop("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private Answer awaitPost(String post, String status) {
		return Patience.within(SOON,
				() -> this.scene.guest()
					.get("/posts/" + post)
					.is(200)
					.has("/data/status", status)
					.has("/data/moderation", "checked"));
	}

	private String caseOf(String post) {
		var list = Patience.within(SOON,
				() -> this.scene.person("moderator")
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

	private Answer decide(String id, String decision, String note) {
		return this.scene.person("moderator")
			.post("/admin/cases/%s/decide".formatted(id), Map.of("decision", decision, "note", note));
	}

}
