package org.parley.demo.forum;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.launcher.client.Await;

/** Summaries of threads. */
public final class SummaryChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final List<String> REPLIES = List.of(
			"The oven was too cold. Bread wants it hot at first, and a stone that has been in it for an hour.",
			"I would look at the yeast first: yeast that is two years old raises nothing.",
			"Old yeast it was in my case too. With fresh yeast the same dough doubled in an hour.");

	private final DemoState demoState;

	public SummaryChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	public List<DemoStep> steps() {
		return List.of(new DemoStep("A thread has no summary before one is requested", this::none),
				new DemoStep("A requested summary has sentences that cite posts", this::request));
	}

	private String none() {
		var thread = this.demoState.user("nora")
			.post("/threads",
					Map.of("category", this.demoState.value("category"), "title", "What was wrong with my bread?",
							"content",
							"It did not rise. The dough was firm, the kitchen warm, the yeast from the cupboard."))
			.is(201)
			.text("/data/id");
		this.demoState.store("long", thread);
		REPLIES.forEach((reply) -> this.demoState.user("alice")
			.post("/posts", Map.of("threadId", thread, "content", reply))
			.is(201));
		return Await.within(SOON, () -> this.demoState.guest().get(path()).refused(404, "summary.none")).refusal();
	}

	private String request() {
		this.demoState.guest().post(path()).refused(401, "auth.required");
		this.demoState.user("bob").post(path()).is(202).has("/data/status", "pending").has("Location");
		var summary = Await.within(SOON, () -> this.demoState.guest().get(path()).is(200).has("/data/status", "ready"));
		summary.has("/data/sentences", "to cite posts", (sentences) -> !sentences.isEmpty()
				&& sentences.valueStream().noneMatch((sentence) -> sentence.path("posts").isEmpty()));
		return "%s (%s, up to post %s)".formatted(summary.text("/data/text"), summary.text("/data/engine"),
				summary.text("/data/coveredThrough"));
	}

	private String path() {
		return "/threads/%s/summary".formatted(this.demoState.value("long"));
	}

}
