package org.parley.launcher.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.launcher.client.LiveClient;

/** Whoever has a thread open sees what happens there as it happens. */
final class LiveChapter {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final DemoState demoState;

	LiveChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("A guest with the thread open sees a reply, by polling", () -> seen("polling")),
				new DemoStep("The same by WebSocket", () -> seen("websocket")),
				new DemoStep("Whoever is answered hears it at once", this::told),
				new DemoStep("A thread that nobody may see cannot be joined", this::refused));
	}

	private String seen(String transport) {
		try (var live = LiveClient.connect(this.demoState.guest(), transport)) {
			expect(live.join(this.demoState.prop("thread")), "ok");
			var began = System.nanoTime();
			var post = reply("Seen by " + transport);
			var event = live.await("new-post", (message) -> message.toString().contains(post), SOON);
			return "new-post %s after %d ms".formatted(event.at("/data/number"),
					(System.nanoTime() - began) / 1_000_000);
		}
	}

	private String told() {
		try (var live = LiveClient.connect(this.demoState.person("nora"), "websocket")) {
			var thread = this.demoState.person("nora")
				.post("/threads",
						Map.of("category", this.demoState.prop("category"), "title", "Is anybody there?", "content",
								"I listen."))
				.is(201)
				.text("/data/id");
			this.demoState.person("bob").post("/posts", Map.of("threadId", thread, "content", "I am.")).is(201);
			return live.await("notification", (message) -> message.toString().contains(thread), SOON)
				.at("/data/title")
				.asString("");
		}
	}

	private String refused() {
		try (var live = LiveClient.connect(this.demoState.guest(), "websocket")) {
			var code = live.join("01JZZZZZZZZZZZZZZZZZZZZZZZ");
			expect(code, "thread.not-found");
			return code;
		}
	}

	private String reply(String content) {
		return this.demoState.person("bob")
			.post("/posts", Map.of("threadId", this.demoState.prop("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private static void expect(String seen, String expected) {
		if (!seen.equals(expected)) {
			throw new IllegalStateException("Expected %s, got %s".formatted(expected, seen));
		}
	}

}
