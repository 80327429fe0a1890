package org.parley.launcher.drill;

import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;

import org.parley.launcher.client.Patience;
import org.parley.launcher.backbone.Memory;

/**
 * The listener fails twice at some events before it succeeds.
 *
 * @param oneIn so many events
 */
record Flakiness(int oneIn) implements Fault {

	private static final int FAILURES = 2;

	@Override
	public void prepare(Stage stage) {
		stage.tell(stage.listener(), () -> Map.of("WITNESS_FLAKYONEIN", String.valueOf(this.oneIn)));
		stage.supervisor().awaitReady();
	}

	@Override
	public int strike(Stage stage, BooleanSupplier writing) {
		while (writing.getAsBoolean()) {
			Patience.pass(Duration.ofMillis(200));
		}
		try (var memory = new Memory(stage.listener())) {
			return FAILURES * (int) memory.eventIds()
				.stream()
				.filter((id) -> Math.floorMod(id.hashCode(), this.oneIn) == 0)
				.count();
		}
	}

}
