package org.parley.platform.test.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/**
 * The time of the system plus an offset, in the milliseconds that the database keeps. A
 * test imports it as the clock of its context.
 */
public final class MovableClock implements InstantSource {

	private volatile Duration moved = Duration.ZERO;

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.moved).truncatedTo(ChronoUnit.MILLIS);
	}

	/** Moves the clock forward, or back by a negative duration. */
	public void move(Duration by) {
		this.moved = this.moved.plus(by);
	}

	/** Shows the time of the system again. */
	public void reset() {
		this.moved = Duration.ZERO;
	}

}
