package org.parley.demo.forum;

import java.time.Duration;

import org.parley.demo.stage.DemoState;
import org.parley.launcher.client.Await;

/** The open cases that a moderator finds. */
final class OpenCases {

	private static final Duration SOON = Duration.ofSeconds(20);

	private final DemoState demoState;

	OpenCases(DemoState demoState) {
		this.demoState = demoState;
	}

	/** Waits for the case of a post and returns its id. */
	String of(String post) {
		var list = Await.within(SOON,
				() -> this.demoState.user("moderator")
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

}
