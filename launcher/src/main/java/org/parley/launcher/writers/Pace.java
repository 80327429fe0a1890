package org.parley.launcher.writers;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

import org.parley.launcher.client.Await;

/** Lets so many writes a second begin, whoever makes them and however long they take. */
final class Pace {

	private static final long SECOND = Duration.ofSeconds(1).toNanos();

	private final long between;

	private final AtomicLong next = new AtomicLong(System.nanoTime());

	/** No pace at all, for a rate of 0. */
	Pace(int perSecond) {
		this.between = (perSecond > 0) ? SECOND / perSecond : 0;
	}

	void await() {
		if (this.between > 0) {
			Await.pass(Duration.ofNanos(this.next.getAndAdd(this.between) - System.nanoTime()));
		}
	}

}
