package org.parley.platform.mongo.cluster;

import java.time.Duration;

/** Delays that grow from a tenth of a second to five seconds, until a reset. */
public final class Backoff {

	private static final Duration SHORTEST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private Duration next = SHORTEST;

	/** The delay before the next attempt. */
	public Duration next() {
		var pause = this.next;
		var doubled = pause.multipliedBy(2);
		this.next = (doubled.compareTo(LONGEST) < 0) ? doubled : LONGEST;
		return pause;
	}

	/** Resets the delay after a success. */
	public void reset() {
		this.next = SHORTEST;
	}

}
