package org.parley.realtime.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A pause of the current thread, which interrupts do not end. */
public final class Pause {

	private Pause() {
	}

	/** Waits for a time. */
	public static void of(Duration length) {
		new CompletableFuture<Void>().completeOnTimeout(null, length.toMillis(), TimeUnit.MILLISECONDS).join();
	}

}
