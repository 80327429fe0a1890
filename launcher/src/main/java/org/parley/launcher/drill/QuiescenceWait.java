package org.parley.launcher.drill;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import org.parley.launcher.client.Await;

/**
 * Waits until nothing moves any more: nothing is left to do, and nothing new was done for
 * a while.
 *
 * @param settled whether nothing is left to do, as far as can be seen
 * @param done how much was done so far
 */
public record QuiescenceWait(BooleanSupplier settled, LongSupplier done) {

	private static final Duration LOOK = Duration.ofMillis(500);

	private static final Duration QUIET = Duration.ofSeconds(5);

	private static final Duration PATIENCE = Duration.ofMinutes(5);

	/** Says whether it came to rest in time; what is missing then is lost. */
	public boolean await() {
		var end = System.nanoTime() + PATIENCE.toNanos();
		var quietSince = System.nanoTime();
		var before = -1L;
		while (System.nanoTime() < end) {
			var now = this.done.getAsLong();
			if (now != before || !this.settled.getAsBoolean()) {
				quietSince = System.nanoTime();
				before = now;
			}
			if (System.nanoTime() - quietSince > QUIET.toNanos()) {
				return true;
			}
			Await.pass(LOOK);
		}
		return false;
	}

}
