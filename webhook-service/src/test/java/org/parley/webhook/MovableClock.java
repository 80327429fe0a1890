package org.parley.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** The system time plus an offset. */
public final class MovableClock implements InstantSource {

	private volatile Duration moved = Duration.ZERO;

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.moved).truncatedTo(ChronoUnit.MILLIS);
	}

	public void move(Duration by) {
		this.moved = this.moved.plus(by);
	}

	public void reset() {
		this.moved = Duration.ZERO;
	}

}
