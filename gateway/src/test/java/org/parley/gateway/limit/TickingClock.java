package org.parley.gateway.limit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that moves only when a test moves it. */
final class TickingClock implements InstantSource {

	private Instant now;

	TickingClock(Instant start) {
		this.now = start;
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	void pass(Duration time) {
		this.now = this.now.plus(time);
	}

}
