package org.parley.resilience.drill.restart;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Clients that send requests to every service at a steady pace, without repeating any.
 */
final class SteadyReaders implements AutoCloseable {

	/** One read of each service that the gateway has a route for. */
	private static final List<String> PATHS = List.of("/users/me", "/threads?limit=5", "/notifications?limit=5",
			"/chat/conversations?limit=5", "/social/feed?limit=5", "/admin/media-service/outbox",
			"/moderation/statements?limit=5", "/presence/preferences", "/admin/webhook-service/outbox",
			"/admin/summary-service/outbox");

	/** Below the gateway's limit for the users, of whom there are a few. */
	private static final Duration PACE = Duration.ofSeconds(1);

	private final Queue<LedgerFinding> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger answers = new AtomicInteger();

	private final List<Thread> threads;

	private volatile boolean over;

	private SteadyReaders(Supplier<ApiUser> users) {
		this.threads = PATHS.stream()
			.map((path) -> Thread.startVirtualThread(() -> read(path, users.get(), users)))
			.toList();
	}

	/** Starts the clients; each signs in by itself, and again when its token expires. */
	static SteadyReaders open(Supplier<ApiUser> users) {
		return new SteadyReaders(users);
	}

	private void read(String path, ApiUser first, Supplier<ApiUser> users) {
		var user = first;
		while (!this.over) {
			if (read(path, user) == 401) {
				user = users.get();
			}
			Await.sleep(PACE);
		}
	}

	private int read(String path, ApiUser user) {
		try {
			var status = user.get(path).status();
			if (status < 400) {
				this.answers.incrementAndGet();
			}
			else if (status >= 500) {
				fail(path, "status " + status);
			}
			return status;
		}
		catch (UncheckedIOException ex) {
			fail(path, String.valueOf(ex.getMessage()));
			return 0;
		}
	}

	private void fail(String path, String why) {
		this.failures.add(new LedgerFinding(LedgerFinding.Fault.FAILED,
				"GET %s at %s failed: %s".formatted(path, Instant.now(), why)));
	}

	Stream<LedgerFinding> findings() {
		return this.failures.stream();
	}

	/** Waits for the last answers. */
	@Override
	public void close() {
		this.over = true;
		for (var thread : this.threads) {
			try {
				thread.join();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
	}

	@Override
	public String toString() {
		return "%,d reads of %d paths, %d failed".formatted(this.answers.get(), PATHS.size(), this.failures.size());
	}

}
