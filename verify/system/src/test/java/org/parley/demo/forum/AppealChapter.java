package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayResponse;
import tools.jackson.databind.JsonNode;

/** A decision about several cases, its reasons, an appeal, and the public log. */
public final class AppealChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	private final OpenCases openCases;

	public AppealChapter(DemoState demoState) {
		this.demoState = demoState;
		this.openCases = new OpenCases(demoState);
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A moderator decides two cases at once", this::decide),
				new DemoStep("The author reads the reasons of the removal", this::read),
				new DemoStep("The author appeals, once", this::appeal),
				new DemoStep("Another moderator overrules: the post is back", this::overrule),
				new DemoStep("Everybody reads the public log, which names nobody", this::log),
				new DemoStep("Moderators see the figures of their own decisions", this::count));
	}

	private String decide() {
		var ids = List.of(this.openCases.of(this.demoState.value("held")),
				this.openCases.of(this.demoState.value("other")));
		var decided = this.demoState.user("moderator")
			.post("/admin/cases/decide", Map.of("ids", ids, "decision", "remove", "note", "No animals here."))
			.is(200)
			.has("/data/decided", 2);
		awaitStatus("removed");
		return decided.text("/data/decided") + " cases are decided";
	}

	private String read() {
		var list = Await.within(SOON,
				() -> this.demoState.user("bob")
					.get("/moderation/statements?limit=20")
					.is(200)
					.has("/data", "to have the removal", (data) -> data.valueStream().anyMatch(this::isRemoval)));
		var removal = list.at("/data").valueStream().filter(this::isRemoval).findFirst().orElseThrow();
		var path = "/moderation/statements/" + this.demoState.store("statement", removal.path("id").asString(""));
		this.demoState.user("alice").get(path).refused(404, "statement.not-found");
		var statement = this.demoState.user("bob")
			.get(path)
			.is(200)
			.has("/data/note", "No animals here.")
			.has("/data/status", "in-force");
		return "%s because of %s: %s".formatted(statement.text("/data/restriction"), statement.at("/data/reasons"),
				statement.text("/data/note"));
	}

	private boolean isRemoval(JsonNode statement) {
		return statement.path("postId").asString("").equals(this.demoState.value("held"))
				&& statement.path("restriction").asString("").equals("remove");
	}

	private String appeal() {
		var path = "/moderation/statements/%s/appeal".formatted(this.demoState.value("statement"));
		var text = Map.of("text", "It is a cake in the form of an animal.");
		var filed = this.demoState.user("bob").post(path, text).is(201);
		return "%s; a second one: %s".formatted(filed.text("/data/appeal/status"),
				this.demoState.user("bob").post(path, text).refused(409, "appeal.exists").refusal());
	}

	private String overrule() {
		var path = "/admin/appeals/%s/decide".formatted(findAppeal());
		var answer = Map.of("outcome", "overturn", "note", "You are right.");
		var own = this.demoState.user("moderator").post(path, answer).refused(403, "appeal.own-decision").refusal();
		this.demoState.user("admin").post(path, answer).is(200);
		awaitStatus("active");
		return "the moderator who decided: " + own;
	}

	private String findAppeal() {
		var appeals = this.demoState.user("moderator").get("/admin/appeals?limit=100").is(200);
		return appeals.at("/data")
			.valueStream()
			.filter((one) -> one.at("/statement/id").asString("").equals(this.demoState.value("statement")))
			.findFirst()
			.orElseThrow()
			.path("id")
			.asString("");
	}

	private String log() {
		var log = Await.within(SOON,
				() -> this.demoState.guest()
					.get("/moderation/log?limit=20&category=" + this.demoState.value("category"))
					.is(200)
					.has("/data/0/act", "lifted"));
		log.expect(!log.body().contains("No animals here.") && !log.body().contains("bob"), "no names and no notes");
		return log.at("/data")
			.valueStream()
			.map((entry) -> entry.path("act").asString(""))
			.limit(4)
			.toList()
			.toString();
	}

	private String count() {
		var figures = this.demoState.user("moderator")
			.get("/admin/moderation-statistics?days=1")
			.is(200)
			.has("/data/moderators", "to have one row", (rows) -> rows.size() == 1);
		this.demoState.user("bob").get("/admin/moderation-statistics").refused(403, "auth.forbidden");
		return "%s decisions, %s of %s appeals overturned".formatted(
				figures.text("/data/moderators/0/figures/decisions"),
				figures.text("/data/moderators/0/figures/appeals/overturned"),
				figures.text("/data/moderators/0/figures/appeals/answered"));
	}

	private GatewayResponse awaitStatus(String status) {
		return Await.within(SOON,
				() -> this.demoState.guest()
					.get("/posts/" + this.demoState.value("held"))
					.is(200)
					.has("/data/status", status));
	}

}
