package org.parley.resilience.drill.fault;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.parley.launcher.checkout.LocalMailbox;
import org.parley.resilience.checks.ExternalSystems;
import org.parley.resilience.checks.ServiceChecks;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.drill.QuiescenceWait;
import org.parley.resilience.ledger.Ledger;
import org.parley.resilience.ledger.LedgerFinding;
import org.parley.system.Instance;

/**
 * Kills every service and worker in turn, each at least once, while clients write and
 * external systems send and receive webhooks. In the end each notification, mail and
 * webhook must exist once.
 */
public final class KillEveryServiceFault implements Fault {

	private Instant start = Instant.EPOCH;

	private List<Instance> others = List.of();

	private @Nullable ExternalSystems externalSystems;

	@Override
	public void prepare(DrillStage drillStage) {
		LocalMailbox.of(drillStage.checkout());
		this.start = Instant.now();
		this.others = Instance.all(drillStage.checkout())
			.stream()
			.filter((instance) -> !instance.name().equals(drillStage.auth().name()))
			.filter((instance) -> !instance.name().equals(drillStage.forum().name()))
			.toList();
		this.others.forEach((instance) -> drillStage.supervisor().supervise(instance, Map::of));
		this.externalSystems = new ExternalSystems(drillStage::admin, drillStage.checkout().webhookSecret());
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var times = new TreeMap<String, Integer>();
		var victims = Stream.concat(Stream.of(drillStage.auth(), drillStage.forum()), this.others.stream())
			.map((victim) -> counted(victim, times))
			.toList();
		var over = new AtomicBoolean();
		var sending = CompletableFuture.runAsync(() -> externalSystems().sendWhile(() -> !over.get()),
				Thread::startVirtualThread);
		try {
			return new KillFault(victims).strike(drillStage,
					() -> writing.getAsBoolean() || times.size() < victims.size());
		}
		finally {
			over.set(true);
			sending.join();
			System.out.printf("  killed: %s%n", times);
		}
	}

	private static Function<DrillStage, Instance> counted(Instance victim, Map<String, Integer> times) {
		return (_) -> {
			times.merge(victim.name(), 1, Integer::sum);
			return victim;
		};
	}

	/** Waits until the services have no pending work. */
	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var known = externalSystems();
				var serviceChecks = new ServiceChecks(drillStage.checkout(), this.start, known)) {
			var console = drillStage.witness().console();
			if (!new QuiescenceWait(() -> serviceChecks.isSettled() && console.countMessages() == 0,
					serviceChecks::countHandled)
				.await()) {
				System.err.println("Timed out waiting for the services; missing effects are reported as lost.");
			}
			return serviceChecks.findings(ledger);
		}
	}

	private ExternalSystems externalSystems() {
		return Objects.requireNonNull(this.externalSystems);
	}

}
