package org.parley.launcher.drill.fault;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import org.parley.launcher.client.Await;
import org.parley.launcher.drill.DrillStage;
import org.parley.launcher.drill.Fault;
import org.parley.launcher.process.Instance;

/**
 * SIGKILL at a random moment, a few seconds after everything was ready; the victim is
 * brought back at once.
 *
 * @param victims in turn
 * @param times at most
 */
public record KillFault(List<Function<DrillStage, Instance>> victims, int times) implements Fault {

	private static final int SHORTEST_MILLIS = 1_000;

	private static final int LONGEST_MILLIS = 8_000;

	/** Then the rest is written in peace, or a long drill would never end. */
	private static final int USUALLY = 40;

	public KillFault(List<Function<DrillStage, Instance>> victims) {
		this(victims, USUALLY);
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		var strikes = 0;
		while (writing.getAsBoolean() && strikes < this.times) {
			drillStage.supervisor().awaitReady();
			Await.pass(Duration.ofMillis(drillStage.random().nextInt(SHORTEST_MILLIS, LONGEST_MILLIS)));
			if (writing.getAsBoolean()) {
				this.victims.get(strikes % this.victims.size()).apply(drillStage).kill();
				strikes++;
			}
		}
		return strikes;
	}

}
