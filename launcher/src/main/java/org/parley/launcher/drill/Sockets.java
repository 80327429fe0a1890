package org.parley.launcher.drill;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.Instance;
import org.parley.launcher.client.Patience;
import org.parley.launcher.follower.Followers;
import org.parley.launcher.ledger.Finding;
import org.parley.launcher.ledger.Ledger;

/**
 * Clients have threads open while realtime-service is killed every few seconds, all
 * instances of it in turn. In the end each client knows every reply.
 */
final class Sockets implements Fault {

	private static final String SERVICE = "realtime-service";

	private static final int CLIENTS = 20;

	private static final int LEAST_KILLS = 4;

	private static final Duration MOMENT = Duration.ofSeconds(3);

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private List<Instance> victims = List.of();

	private @Nullable Followers followers;

	@Override
	public void prepare(Stage stage) {
		this.victims = Instance.all(stage.checkout())
			.stream()
			.filter((instance) -> instance.name().startsWith(SERVICE))
			.toList();
		this.victims.forEach((instance) -> stage.supervisor().mind(instance, Map::of));
		stage.supervisor().awaitReady();
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		Patience.pass(MOMENT);
		var admin = stage.admin();
		var busiest = admin.get("/threads?sort=latest&limit=20").is(200).at("/data");
		var threads = busiest.valueStream().map((thread) -> thread.path("id").asString()).toList();
		var opened = Followers.open(admin.gateway(), threads, CLIENTS);
		this.followers = opened;
		if (!opened.awaitOpen(PATIENCE)) {
			System.err.println("Not every client has its threads open.");
		}
		var kills = new AtomicInteger();
		List<Function<Stage, Instance>> inTurn = this.victims.stream().map((victim) -> counted(victim, kills)).toList();
		return new Killing(inTurn).strike(stage, () -> writing.getAsBoolean() || kills.get() < LEAST_KILLS);
	}

	private static Function<Stage, Instance> counted(Instance victim, AtomicInteger kills) {
		return (_) -> {
			kills.incrementAndGet();
			return victim;
		};
	}

	@Override
	public List<Finding> findings(Stage stage, Ledger ledger) {
		try (var clients = Objects.requireNonNull(this.followers)) {
			var findings = clients.findings(ledger, PATIENCE);
			System.out.printf("  %s%n", clients);
			return findings;
		}
	}

}
