package org.parley.resilience.writers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.parley.launcher.client.Await;

/** Limits the rate at which all writers start writes. */
final class Pace {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final long between;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	/** Creates a limiter; a rate of 0 means no limit. */
	Pace(int perSecond) {
		this.between = (perSecond > 0) ? SECOND / perSecond : 0;
	}

	void await() {
		if (this.between > 0) {
			Await.sleep(Duration.ofNanos(this.next.getAndAdd(this.between) - System.nanoTime()));
		}
	}

}
