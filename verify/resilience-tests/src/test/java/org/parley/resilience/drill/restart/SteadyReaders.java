package org.parley.resilience.drill.restart;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.UnexpectedAnswerException;
import org.parley.resilience.ledger.LedgerFinding;

/**
 * Clients that send requests to every service at a steady pace, without repeating any.
 */
final class SteadyReaders implements AutoCloseable {

	/** One read of each service that the gateway has a route for. */
	private static final Map<String, String> PATHS = Map.of("auth-service", "/users/me", "forum-service",
			"/threads?limit=5", "notification-service", "/notifications?limit=5", "chat-service",
			"/chat/conversations?limit=5", "social-service", "/social/feed?limit=5", "media-service",
			"/admin/media-service/outbox", "moderation-service", "/moderation/statements?limit=5", "realtime-service",
			"/presence/preferences", "webhook-service", "/admin/webhook-service/outbox", "summary-service",
			"/admin/summary-service/outbox");

	/** Below the gateway's limit for the users, of whom there are a few. */
	private static final Duration PACE = Duration.ofSeconds(1);

	private static final int UNAUTHORIZED = 401;

	private final Queue<LedgerFinding> failures = new ConcurrentLinkedQueue<>();

	private final AtomicInteger answers = new AtomicInteger();

	private final List<Thread> threads;

	private volatile boolean over;

	private SteadyReaders(Collection<String> services, Supplier<ApiUser> users) {
		this.threads = PATHS.entrySet()
			.stream()
			.filter((path) -> services.contains(path.getKey()))
			.map(Map.Entry::getValue)
			.map((path) -> reader(path, users))
			.toList();
	}

	/**
	 * Starts a client for each of the services; each signs in by itself, and again when
	 * its token expires.
	 */
	static SteadyReaders open(Collection<String> services, Supplier<ApiUser> users) {
		return new SteadyReaders(services, users);
	}

	private Thread reader(String path, Supplier<ApiUser> users) {
		var user = users.get();
		return Thread.startVirtualThread(() -> read(path, user, users));
	}

	private void read(String path, ApiUser first, Supplier<ApiUser> users) {
		var user = first;
		while (!this.over) {
			try {
				var status = user.get(path).status();
				if (status == UNAUTHORIZED) {
					user = users.get();
				}
				else {
					count(path, status);
				}
			}
			catch (UncheckedIOException | UnexpectedAnswerException ex) {
				fail(path, String.valueOf(ex.getMessage()));
			}
			Await.sleep(PACE);
		}
	}

	/** A path that is refused shows nothing about its service. */
	private void count(String path, int status) {
		if (status < 400) {
			this.answers.incrementAndGet();
		}
		else {
			fail(path, "status " + status);
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
		return "%,d reads of %d paths, %d failed".formatted(this.answers.get(), this.threads.size(),
				this.failures.size());
	}

}
