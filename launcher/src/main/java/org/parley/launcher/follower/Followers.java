package org.parley.launcher.follower;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.parley.launcher.client.Gateway;
import org.parley.launcher.client.Patience;
import org.parley.launcher.ledger.Entry;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Finding.Fault;
import org.parley.launcher.ledger.Kind;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.Outcome;

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
	public static Followers open(Gateway gateway, List<String> threads, int clients) {
		var all = IntStream.range(0, clients).mapToObj((number) -> follower(gateway, threads, number)).toList();
		return new Followers(List.copyOf(threads), all);
	}

	private static Follower follower(Gateway gateway, List<String> threads, int number) {
		var followed = threads.stream()
			.collect(Collectors.toMap(Function.identity(), (_) -> new FollowedThread(), (one, _) -> one,
					ConcurrentHashMap::new));
		return new Follower("client " + number, (number % 2 == 0) ? "websocket" : "polling", gateway.guest(), followed);
	}

	/** Waits until each has every thread open; false when that takes longer. */
	public boolean awaitOpen(Duration limit) {
		return Patience.until(limit, LOOK, () -> this.all.stream().allMatch(Follower::isCaughtUp));
	}

	/** Waits until each knows every accepted reply; answers what they do not know. */
	public List<Finding> findings(Ledger ledger, Duration limit) {
		Patience.until(limit, LOOK, () -> missing(ledger).findAny().isEmpty());
		return missing(ledger).toList();
	}

	private Stream<Finding> missing(Ledger ledger) {
		return ledger.entries()
			.stream()
			.filter((entry) -> entry.kind() == Kind.REPLY && entry.outcome() == Outcome.ACCEPTED)
			.filter((entry) -> this.threads.contains(entry.key()))
			.flatMap((reply) -> this.all.stream()
				.filter((follower) -> !follower.thread(reply.key()).knows(reply.subject()))
				.map((follower) -> missing(reply, follower)));
	}

	private static Finding missing(Entry reply, Follower follower) {
		return new Finding(Fault.LOST, "%s was neither told of reply %s nor to read thread %s anew".formatted(follower,
				reply.subject(), reply.key()));
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
