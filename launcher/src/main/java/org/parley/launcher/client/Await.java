package org.parley.launcher.client;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waiting for what comes a moment later. */
public final class Await {

	private static final Duration STEP = Duration.ofMillis(20);

	private Await() {
	}

	/** Asks again and again until the answer is as expected, at most as long as given. */
	public static GatewayResponse within(Duration limit, Supplier<GatewayResponse> asking) {
		var end = System.nanoTime() + limit.toNanos();
		while (true) {
			try {
				return asking.get();
			}
			catch (UnexpectedAnswerException ex) {
				if (System.nanoTime() > end) {
					throw ex;
				}
				pass(STEP);
			}
		}
	}

	/** Looks again and again until it is so; false when it is not in time. */
	public static boolean until(Duration limit, Duration look, BooleanSupplier so) {
		var end = System.nanoTime() + limit.toNanos();
		while (!so.getAsBoolean()) {
			if (System.nanoTime() > end) {
				return false;
			}
			pass(look);
		}
		return true;
	}

	/** Lets time pass; not at all when it is over already. */
	public static void pass(Duration time) {
		new CompletableFuture<Void>().completeOnTimeout(null, time.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
