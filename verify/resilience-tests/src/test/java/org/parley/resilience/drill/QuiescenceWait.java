package org.parley.resilience.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.parley.launcher.client.Await;

/**
 * Waits until no work is pending and nothing was done for a while.
 *
 * @param settled checks that no work is pending
 * @param done amount of work done
 */
public record QuiescenceWait(BooleanSupplier settled, LongSupplier done) {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(500);

	/** Longer than the age of queue lengths in the management API. */
	private static final Duration QUIET_TIME = Duration.ofSeconds(20);

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	/** Returns whether all work was done in time. */
	public boolean await() {
		var end = System.nanoTime() + TIMEOUT.toNanos();
		var quietSince = System.nanoTime();
		var before = -1L;
		while (System.nanoTime() < end) {
			var now = this.done.getAsLong();
			if (now != before || !this.settled.getAsBoolean()) {
				quietSince = System.nanoTime();
				before = now;
			}
			if (System.nanoTime() - quietSince > QUIET_TIME.toNanos()) {
				return true;
			}
			Await.sleep(POLL_INTERVAL);
		}
		return false;
	}

}
