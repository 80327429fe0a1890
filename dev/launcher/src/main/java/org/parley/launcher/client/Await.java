package org.parley.launcher.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for conditions by polling. */
public final class Await {

	private static final Duration FIRST_PAUSE = Duration.ofMillis(20);

	private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

	private Await() {
	}

	/**
	 * Repeats a request until the response is as expected, at most until the timeout. The
	 * pauses grow by half, so that long waits do not use up the user's rate limit.
	 */
	public static GatewayResponse within(Duration timeout, Supplier<GatewayResponse> request) {
		var end = System.nanoTime() + timeout.toNanos();
		for (var pause = FIRST_PAUSE;; pause = longer(pause)) {
			try {
				return request.get();
			}
			catch (UnexpectedAnswerException ex) {
				if (System.nanoTime() > end) {
					throw ex;
				}
				sleep(pause);
			}
		}
	}

	private static Duration longer(Duration pause) {
		var longer = pause.multipliedBy(3).dividedBy(2);
		return (longer.compareTo(LONGEST_PAUSE) < 0) ? longer : LONGEST_PAUSE;
	}

	/** Polls a condition until it is true; false on a timeout. */
	public static boolean until(Duration timeout, Duration interval, BooleanSupplier condition) {
		var end = System.nanoTime() + timeout.toNanos();
		while (!condition.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			sleep(interval);
		}
		return true;
	}

	/** Waits for a duration; returns at once if it is not positive. */
	public static void sleep(Duration time) {
		new CompletableFuture<Void>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
