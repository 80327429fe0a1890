package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.follower.Followers;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.system.Instance;

/**
 * Kills the instances of realtime-service in turn while clients follow threads. In the
 * end each client must know every reply.
 */
public final class KillRealtimeFault implements Fault {

	private static final String SERVICE = "realtime-service";

	private static final int CLIENTS = 20;

	private static final int MIN_KILLS = 4;

	private static final Duration MOMENT = Duration.ofSeconds(3);

	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private List<Instance> victims = List.of();

	private @Nullable Followers followers;

	private Instant preparedAt = Instant.EPOCH;

	@Override
	public void prepare(DrillStage drillStage) {
		this.preparedAt = Instant.now();
		this.victims = Instance.all(drillStage.checkout())
			.stream()
			.filter((instance) -> instance.name().startsWith(SERVICE))
			.toList();
		this.victims.forEach((instance) -> drillStage.supervisor().supervise(instance, Map::of));
		drillStage.supervisor().awaitReady();
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		Await.sleep(MOMENT);
		var admin = drillStage.admin();
		var opened = Followers.open(admin.gateway(), Followers.threadsSince(this.preparedAt, admin), CLIENTS);
		this.followers = opened;
		if (!opened.awaitOpen(TIMEOUT)) {
			System.err.println("Not all clients have joined their threads.");
		}
		var kills = new AtomicInteger();
		List<Function<DrillStage, Instance>> inTurn = this.victims.stream()
			.map((victim) -> counted(victim, kills))
			.toList();
		return new KillFault(inTurn).strike(drillStage, () -> writing.getAsBoolean() || kills.get() < MIN_KILLS);
	}

	private static Function<DrillStage, Instance> counted(Instance victim, AtomicInteger kills) {
		return (_) -> {
			kills.incrementAndGet();
			return victim;
		};
	}

	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var clients = Objects.requireNonNull(this.followers)) {
			var findings = clients.findings(ledger, TIMEOUT);
			System.out.printf("  %s%n", clients);
			return findings;
		}
	}

}
