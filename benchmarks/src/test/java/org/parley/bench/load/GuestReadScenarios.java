package org.parley.bench.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.client.GatewayResponse;

/**
 * The most frequent reads without an account: the thread list and the first page of a
 * thread.
 */
public final class GuestReadScenarios {

	private static final int POSTS = 20;

	private static final int THREADS = 50;

	private static final int PAGES = 10;

	private GuestReadScenarios() {
	}

	/** Returns both scenarios; empty if too few threads fill a page. */
	public static Optional<List<Scenario>> of(GatewayClient gatewayClient) {
		var pages = new ArrayList<String>();
		for (int number = 1; number <= PAGES && pages.size() < THREADS; number++) {
			pages.addAll(fullPages(gatewayClient.guest().get("/threads?sort=newest&limit=100&page=" + number).is(200)));
		}
		if (pages.size() < THREADS) {
			return Optional.empty();
		}
		return Optional.of(List.of(new Scenario("thread list", List.of("/api/v1/threads?limit=20")),
				new Scenario("thread page", pages.subList(0, THREADS))));
	}

	private static List<String> fullPages(GatewayResponse threads) {
		return threads.at("/data")
			.valueStream()
			.filter((thread) -> thread.path("replyCount").asInt(0) >= POSTS - 1)
			.map((thread) -> "/api/v1/threads/%s/posts?limit=%d".formatted(thread.path("id").asString(""), POSTS))
			.toList();
	}

}
