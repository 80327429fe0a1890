package org.parley.launcher.drill;

import java.time.Duration;

import org.parley.launcher.client.Patience;
import org.parley.launcher.backbone.Memory;

/**
 * Waits until nothing moves any more: nothing to be sent, nothing to be folded, and the
 * witness has heard nothing new for a while.
 *
 * @param databases of the services
 * @param memory of the witness
 */
record Settling(Databases databases, Memory memory) {

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration QUIET = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** Says whether it came to rest in time; what is missing then is lost. */
	boolean await() {
		var end = System.nanoTime() + PATIENCE.toNanos();
		var quietSince = System.nanoTime();
		var applied = -1L;
		while (System.nanoTime() < end) {
			var now = this.memory.applied();
			if (now != applied || !this.databases.areSettled()) {
				quietSince = System.nanoTime();
				applied = now;
			}
			if (System.nanoTime() - quietSince > QUIET.toNanos()) {
				return true;
			}
			Patience.pass(LOOK);
		}
		return false;
	}

}
