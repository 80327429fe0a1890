package org.parley.bench.timing;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;

/**
 * Newly registered users, each with its own address. Each may write thirty times in the
 * first minute.
 */
public final class TimingWriters {

	static final String PASSWORD = "timed in development";

	/** The status while too many others sign in. */
	private static final int BUSY = 503;

	private static final int ATTEMPTS = 10;

	private static final Duration PAUSE = Duration.ofSeconds(2);

	private TimingWriters() {
	}

	public static List<ApiUser> register(GatewayClient gatewayClient, int count) {
		return IntStream.range(0, count).parallel().mapToObj((_) -> register(gatewayClient)).toList();
	}

	private static ApiUser register(GatewayClient gatewayClient) {
		var name = "timed-%08x".formatted(ThreadLocalRandom.current().nextInt());
		var guest = gatewayClient.guest();
		var request = Map.of("name", name, "username", name, "email", name + "@example.org", "password", PASSWORD);
		var response = guest.post("/auth/register", request);
		for (var attempt = 1; attempt < ATTEMPTS && response.status() == BUSY; attempt++) {
			Await.sleep(PAUSE);
			response = guest.post("/auth/register", request);
		}
		return guest.signedIn(response.is(201).text("/data/accessToken"));
	}

	/** Creates a thread in the first category; returns its id. */
	public static String createThread(ApiUser author) {
		var category = author.get("/categories").is(200).text("/data/0/slug");
		return author
			.post("/threads", Map.of("category", category, "title", "How long does it take?", "content", "Let us see."))
			.is(201)
			.text("/data/id");
	}

	/** Creates a reply; returns its id. */
	public static String createReply(ApiUser author, String thread, String content) {
		return author.post("/posts", Map.of("threadId", thread, "content", content)).is(201).text("/data/id");
	}

}
