package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Patience;

/** Somebody comes late and asks what a thread comes to. */
final class SummaryChapter {

	private static final Duration SOON = Duration.ofSeconds(20);

	private static final List<String> REPLIES = List.of(
			"The oven was too cold. Bread wants it hot at first, and a stone that has been in it for an hour.",
			"I would look at the yeast first: yeast that is two years old raises nothing.",
			"Old yeast it was in my case too. With fresh yeast the same dough doubled in an hour.");

	private final Scene scene;

	SummaryChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("A thread has no summary until somebody asks", this::none),
				new Step("Somebody asks, and gets one whose sentences cite posts", this::asked));
	}

	private String none() {
		var thread = this.scene.person("nora")
			.post("/threads",
					Map.of("category", this.scene.prop("category"), "title", "What was wrong with my bread?", "content",
							"It did not rise. The dough was firm, the kitchen warm, the yeast from the cupboard."))
			.is(201)
			.text("/data/id");
		this.scene.keep("long", thread);
		REPLIES.forEach((reply) -> this.scene.person("alice")
			.post("/posts", Map.of("threadId", thread, "content", reply))
			.is(201));
		return Patience.within(SOON, () -> this.scene.guest().get(path()).refused(404, "summary.none")).refusal();
	}

	private String asked() {
		this.scene.guest().post(path()).refused(401, "auth.required");
		this.scene.person("bob").post(path()).is(202).has("/data/status", "pending").has("Location");
		var summary = Patience.within(SOON, () -> this.scene.guest().get(path()).is(200).has("/data/status", "ready"));
		summary.has("/data/sentences", "to cite posts", (sentences) -> !sentences.isEmpty()
				&& sentences.valueStream().noneMatch((sentence) -> sentence.path("posts").isEmpty()));
		return "%s (%s, up to post %s)".formatted(summary.text("/data/text"), summary.text("/data/engine"),
				summary.text("/data/coveredThrough"));
	}

	private String path() {
		return "/threads/%s/summary".formatted(this.scene.prop("long"));
	}

}
