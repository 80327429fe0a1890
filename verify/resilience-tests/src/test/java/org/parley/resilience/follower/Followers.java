package org.parley.resilience.follower;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.ApiUser;
import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerEntry;
import org.parley.resilience.ledger.LedgerEntryKind;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.resilience.ledger.LedgerFinding.Fault;
import org.parley.resilience.ledger.WriteOutcome;

/**
 * Clients that follow the same threads, half of them by WebSocket and half by polling. In
 * the end each must know every accepted reply, from an event or from a reload.
 */
public final class Followers implements AutoCloseable {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(200);

	private final List<String> threads;

	private final List<Follower> all;

	private Followers(List<String> threads, List<Follower> all) {
		this.threads = threads;
		this.all = all;
	}

	/**
	 * Returns the ids of the threads that were started since then and are active, at most
	 * twenty: clients may be unable to join older ones.
	 */
	public static List<String> threadsSince(Instant start, ApiUser user) {
		return user.get("/threads?sort=latest&limit=20")
			.is(200)
			.at("/data")
			.valueStream()
			.filter((thread) -> Instant.parse(thread.path("createdAt").asString()).isAfter(start))
			.map((thread) -> thread.path("id").asString())
			.toList();
	}

	/** Starts clients, each with its own address, that join the threads. */
	public static Followers open(GatewayClient gatewayClient, List<String> threads, int clients) {
		var all = IntStream.range(0, clients).mapToObj((number) -> follower(gatewayClient, threads, number)).toList();
		return new Followers(List.copyOf(threads), all);
	}

	private static Follower follower(GatewayClient gatewayClient, List<String> threads, int number) {
		var followed = threads.stream()
			.collect(Collectors.toMap(Function.identity(), (_) -> new FollowedThread(), (one, _) -> one,
					ConcurrentHashMap::new));
		return new Follower("client " + number, (number % 2 == 0) ? "websocket" : "polling", gatewayClient.guest(),
				followed);
	}

	/** Waits until all clients have joined all threads; false on a timeout. */
	public boolean awaitOpen(Duration timeout) {
		return Await.until(timeout, POLL_INTERVAL, () -> this.all.stream().allMatch(Follower::isCaughtUp));
	}

	/** Waits until each client knows every accepted reply; returns the missing ones. */
	public List<LedgerFinding> findings(Ledger ledger, Duration timeout) {
		Await.until(timeout, POLL_INTERVAL, () -> missing(ledger).findAny().isEmpty());
		return missing(ledger).toList();
	}

	private Stream<LedgerFinding> missing(Ledger ledger) {
		return ledger.entries()
			.stream()
			.filter((entry) -> entry.kind() == LedgerEntryKind.REPLY && entry.outcome() == WriteOutcome.ACCEPTED)
			.filter((entry) -> this.threads.contains(entry.key()))
			.flatMap((reply) -> this.all.stream()
				.filter((follower) -> !follower.thread(reply.key()).knows(reply.subject()))
				.map((follower) -> missing(reply, follower)));
	}

	private static LedgerFinding missing(LedgerEntry reply, Follower follower) {
		return new LedgerFinding(Fault.LOST, "%s received neither reply %s nor a resync of thread %s"
			.formatted(follower, reply.subject(), reply.key()));
	}

	/** Returns the numbers of clients, connections and reloads. */
	@Override
	public String toString() {
		return "%d clients with %d threads each; %,d connections, %,d reloads".formatted(this.all.size(),
				this.threads.size(), this.all.stream().mapToInt(Follower::connections).sum(),
				this.all.stream().mapToInt(Follower::reloads).sum());
	}

	@Override
	public void close() {
		this.all.forEach(Follower::close);
	}

}
