package org.parley.resilience.drill.fault;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Stream;

import org.parley.launcher.process.Instance;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;

/** Kills each process that has to do with conversations in turn. */
public final class KillChatFault implements Fault {

	private static final Set<String> SERVICES = Set.of("gateway", "auth-service", "chat-service", "realtime-service",
			"notification-service", "moderation-service");

	/** Each at least twice. */
	private static final int ROUNDS = 2;

	private List<Instance> victims = List.of();

	@Override
	public void prepare(DrillStage drillStage) {
		this.victims = Instance.all(drillStage.checkout()).stream().filter(KillChatFault::concernsChat).toList();
		this.victims.forEach((instance) -> drillStage.supervisor().supervise(instance, Map::of));
		drillStage.supervisor().awaitReady();
	}

	private static boolean concernsChat(Instance instance) {
		return SERVICES.stream().anyMatch((service) -> instance.name().startsWith(service.replace("-service", "")));
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
