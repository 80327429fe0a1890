package org.parley.media;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that tests move forward. */
public final class MovableClock implements InstantSource {

	private volatile Duration ahead = Duration.ZERO;

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.ahead);
	}

	/** Moves the clock forward. */
	public void pass(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	/** Shows the time of the system again. */
	public void reset() {
		this.ahead = Duration.ZERO;
	}

}
