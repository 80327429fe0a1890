package org.parley.resilience.drill.fault;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.parley.launcher.client.Await;
import org.parley.resilience.drill.DrillStage;
import org.parley.resilience.drill.Fault;
import org.parley.resilience.witness.WitnessDatabase;

/**
 * The witness fails twice at some events before it succeeds.
 *
 * @param oneIn fails at one in this number of events
 */
public record FlakyListenerFault(int oneIn) implements Fault {

	private static final int FAILURES = 2;

	@Override
	public void prepare(DrillStage drillStage) {
		drillStage.restartWith(drillStage.listener(), () -> Map.of("WITNESS_FLAKYONEIN", String.valueOf(this.oneIn)));
		drillStage.supervisor().awaitReady();
	}

	@Override
	public int strike(DrillStage drillStage, BooleanSupplier writing) {
		while (writing.getAsBoolean()) {
			Await.sleep(Duration.ofMillis(200));
		}
		try (var database = new WitnessDatabase(drillStage.listener())) {
			return FAILURES * (int) database.eventIds()
				.stream()
				.filter((id) -> Math.floorMod(id.hashCode(), this.oneIn) == 0)
				.count();
		}
	}

}
