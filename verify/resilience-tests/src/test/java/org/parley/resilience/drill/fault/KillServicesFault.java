package org.parley.resilience.drill.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.parley.launcher.process.LauncherException;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;

/** Kills each process of some services in turn, each at least twice. */
public final class KillServicesFault implements Fault {

	private static final int ROUNDS = 2;

	private final Set<String> services;

	private List<Instance> victims = List.of();

	/**
	 * Creates a fault.
	 * @param services how the names of the processes begin, such as {@code chat}
	 */
	public KillServicesFault(Set<String> services) {
		this.services = Set.copyOf(services);
	}

	@Override
	public void prepare(DrillStage drillStage) {
		this.victims = Instance.all(drillStage.checkout()).stream().filter(this::isVictim).toList();
		this.services.forEach(this::requireVictim);
		this.victims.forEach((instance) -> drillStage.supervisor().supervise(instance, Map::of));
		drillStage.supervisor().awaitReady();
	}

	private boolean isVictim(Instance instance) {
		return this.services.stream().anyMatch(instance.name()::startsWith);
	}

	/** A drill that spares a service would prove nothing about it. */
	private void requireVictim(String service) {
		if (this.victims.stream().noneMatch((victim) -> victim.name().startsWith(service))) {
			throw new LauncherException("No process is called %s…. See ./parley status.".formatted(service));
		}
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var inTurn = Stream.of(this.victims)
			.flatMap(List::stream)
			.<Function<DrillStage, Instance>>map((victim) -> (_) -> victim)
			.toList();
		return new KillFault(inTurn, ROUNDS * inTurn.size()).strike(drillStage, () -> true);
	}

}
