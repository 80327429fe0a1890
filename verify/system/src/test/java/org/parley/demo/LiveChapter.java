package org.parley.demo;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.parley.demo.stage.DemoState;
import org.parley.demo.stage.DemoStep;
import org.parley.system.LiveClient;

/** Live events over Socket.IO. */
final class LiveChapter {

	private static final Duration SOON = Duration.ofSeconds(10);

	private final DemoState demoState;

	LiveChapter(DemoState demoState) {
		this.demoState = demoState;
	}

	List<DemoStep> steps() {
		return List.of(new DemoStep("A guest receives a reply live, by polling", () -> seen("polling")),
				new DemoStep("The same by WebSocket", () -> seen("websocket")),
				new DemoStep("A notification arrives live", this::notification),
				new DemoStep("An unknown thread cannot be joined", this::refused));
	}

	private String seen(String transport) {
		try (var live = LiveClient.connect(this.demoState.guest(), transport)) {
			expect(live.join(this.demoState.value("thread")), "ok");
			var began = System.nanoTime();
			var post = reply("Seen by " + transport);
			var event = live.await("new-post", (message) -> message.toString().contains(post), SOON);
			return "new-post %s after %d ms".formatted(event.at("/data/number"),
					(System.nanoTime() - began) / 1_000_000);
		}
	}

	private String notification() {
		try (var live = LiveClient.connect(this.demoState.user("nora"), "websocket")) {
			var thread = this.demoState.user("nora")
				.post("/threads",
						Map.of("category", this.demoState.value("category"), "title", "Is anybody there?", "content",
								"I listen."))
				.is(201)
				.text("/data/id");
			this.demoState.user("bob").post("/posts", Map.of("threadId", thread, "content", "I am.")).is(201);
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
		return this.demoState.user("bob")
			.post("/posts", Map.of("threadId", this.demoState.value("thread"), "content", content))
			.is(201)
			.text("/data/id");
	}

	private static void expect(String seen, String expected) {
		if (!seen.equals(expected)) {
			throw new IllegalStateException("Expected %s, got %s".formatted(expected, seen));
		}
	}

}
