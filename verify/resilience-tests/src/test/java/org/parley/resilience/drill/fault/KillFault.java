package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.system.Instance;

/**
 * Kills a process at a random time, a few seconds after all processes were ready; the
 * process is restarted at once.
 *
 * @param victims the processes, killed in turn
 * @param times maximum number of kills
 */
public record KillFault(List<Function<DrillStage, Instance>> victims, int times) implements Fault {

	private static final int SHORTEST_MILLIS = 1_000;

	private static final int LONGEST_MILLIS = 8_000;

	/** Limits the kills, because a long drill would not end otherwise. */
	private static final int DEFAULT_TIMES = 40;

	public KillFault(List<Function<DrillStage, Instance>> victims) {
		this(victims, DEFAULT_TIMES);
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var strikes = 0;
		while (writing.getAsBoolean() && strikes < this.times) {
			drillStage.supervisor().awaitReady();
			Await.sleep(Duration.ofMillis(drillStage.random().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
			if (writing.getAsBoolean()) {
				this.victims.get(strikes % this.victims.size()).apply(drillStage).kill();
				strikes++;
			}
		}
		return strikes;
	}

}
