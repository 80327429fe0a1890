package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.Live;

/** Whoever has a thread open sees what happens there as it happens. */
final class LiveChapter {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final Scene scene;

	LiveChapter(Scene scene) {
		this.scene = scene;
	}

	List<Step> steps() {
		return List.of(new Step("A guest with the thread open sees a reply, by polling", () -> seen("polling")),
				new Step("The same by WebSocket", () -> seen("websocket")),
				new Step("Whoever is answered hears it at once", this::told),
				new Step("A thread that nobody may see cannot be joined", this::refused));
	}

	private String seen(String transport) {
		try (var live = Live.connect(this.scene.guest(), transport)) {
			expect(live.join(this.scene.prop("thread")), "ok");
			var began = System.nanoTime();
			var post = reply("Seen by " + transport);
			var event = live.await("new-post", (message) -> message.toString().contains(post), SOON);
			return "new-post %s after %d ms".formatted(event.at("/data/number"),
					(System.nanoTime() - began) / 1_000_000);
		}
	}

	private String told() {
		try (var live = Live.connect(this.scene.person("nora"), "websocket")) {
			var thread = this.scene.person("nora")
				.post("/threads",
						Map.of("category", this.scene.prop("category"), "title", "Is anybody there?", "content",
								"I listen."))
				.is(201)
				.text("/data/id");
			this.scene.person("bob").post("/posts", Map.of("threadId", thread, "content", "I am.")).is(201);
			return live.await("notification", (message) -> message.toString().contains(thread), SOON)
				.at("/data/title")
				.asString("");
		}
	}

	private String refused() {
		try (var live = Live.connect(this.scene.guest(), "websocket")) {
			var code = live.join("01JZZZZZZZZZZZZZZZZZZZZZZZ");
			expect(code, "thread.not-found");
			return code;
		}
	}

	private String reply(String content) {
		return this.scene.person("bob")
			.post("/posts", Map.of("threadId", this.scene.prop("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private static void expect(String seen, String expected) {
		if (!seen.equals(expected)) {
			throw new IllegalStateException("Expected %s, got %s".formatted(expected, seen));
		}
	}

}
