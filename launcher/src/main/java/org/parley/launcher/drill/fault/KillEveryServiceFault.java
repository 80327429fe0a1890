package org.parley.launcher.drill.fault;

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
import org.parley.launcher.checks.ExternalSystems;
import org.parley.launcher.checks.ServiceChecks;
import org.parley.launcher.drill.DrillStage;
import org.parley.launcher.drill.Fault;
import org.parley.launcher.drill.QuiescenceWait;
import org.parley.launcher.ledger.Ledger;
import org.parley.launcher.ledger.LedgerFinding;
import org.parley.launcher.process.Instance;

/**
 * Every service and every worker is killed in turn, each once at least, while people
 * write and other systems tell something and want to be told. In the end everybody must
 * have been told of everything, once.
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
		this.others.forEach((instance) -> drillStage.supervisor().mind(instance, Map::of));
		this.externalSystems = new ExternalSystems(drillStage::admin, drillStage.checkout().webhookSecret());
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var times = new TreeMap<String, Integer>();
		var victims = Stream.concat(Stream.of(drillStage.auth(), drillStage.forum()), this.others.stream())
			.map((victim) -> counted(victim, times))
			.toList();
		var over = new AtomicBoolean();
		var telling = CompletableFuture.runAsync(() -> outsiders().tell(() -> !over.get()), Thread::startVirtualThread);
		try {
			return new KillFault(victims).strike(drillStage,
					() -> writing.getAsBoolean() || times.size() < victims.size());
		}
		finally {
			over.set(true);
			telling.join();
			System.out.printf("  killed: %s%n", times);
		}
	}

	private static Function<DrillStage, Instance> counted(Instance victim, Map<String, Integer> times) {
		return (_) -> {
			times.merge(victim.name(), 1, Integer::sum);
			return victim;
		};
	}

	/** Not before the rooms are done with all of it. */
	@Override
	public List<LedgerFinding> findings(DrillStage drillStage, Ledger ledger) {
		try (var known = outsiders(); var aftermath = new ServiceChecks(drillStage.checkout(), this.start, known)) {
			var console = drillStage.witness().console();
			if (!new QuiescenceWait(() -> aftermath.isSettled() && console.waiting() == 0, aftermath::handled)
				.await()) {
				System.err.println("The rooms did not come to rest.");
			}
			return aftermath.findings(ledger);
		}
	}

	private ExternalSystems outsiders() {
		return Objects.requireNonNull(this.externalSystems);
	}

}
