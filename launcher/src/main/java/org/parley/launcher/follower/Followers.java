package org.parley.launcher.follower;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.Await;
import org.parley.launcher.client.GatewayClient;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerEntry;
import org.parley.launcher.ledger.LedgerEntryKind;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.ledger.LedgerFinding.Fault;
import org.parley.launcher.ledger.WriteOutcome;

/**
 * Clients that have the same threads open, half of them by WebSocket and half by polling.
 * In the end each must know every reply that was accepted there: it was told of it, or
 * was told to read anew.
 */
public final class Followers implements AutoCloseable {

	private static final Duration LOOK = Duration.ofMillis(200);

	private final List<String> threads;

	private final List<Follower> all;

	private Followers(List<String> threads, List<Follower> all) {
		this.threads = threads;
		this.all = all;
	}

	/** Opens the threads in so many clients, each at an address of its own. */
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

	/** Waits until each has every thread open; false when that takes longer. */
	public boolean awaitOpen(Duration limit) {
		return Await.until(limit, LOOK, () -> this.all.stream().allMatch(Follower::isCaughtUp));
	}

	/** Waits until each knows every accepted reply; answers what they do not know. */
	public List<LedgerFinding> findings(Ledger ledger, Duration limit) {
		Await.until(limit, LOOK, () -> missing(ledger).findAny().isEmpty());
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
		return new LedgerFinding(Fault.LOST, "%s was neither told of reply %s nor to read thread %s anew"
			.formatted(follower, reply.subject(), reply.key()));
	}

	/** How many they are, how often they connected, and how often they read anew. */
	@Override
	public String toString() {
		return "%d clients with %d threads each; connected %,d times, told to read anew %,d times".formatted(
				this.all.size(), this.threads.size(), this.all.stream().mapToInt(Follower::connections).sum(),
				this.all.stream().mapToInt(Follower::rereadings).sum());
	}

	@Override
	public void close() {
		this.all.forEach(Follower::close);
	}

}
