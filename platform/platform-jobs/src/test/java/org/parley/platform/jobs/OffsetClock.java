package org.parley.platform.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs from half past on, and jumps on request. */
class OffsetClock implements InstantSource {

	private final AtomicReference<Duration> ahead;

	OffsetClock() {
		var now = InstantSource.system().instant();
		var halfPast = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofMinutes(30));
		this.ahead = new AtomicReference<>(Duration.between(now, halfPast));
	}

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.ahead.get()).truncatedTo(ChronoUnit.MILLIS);
	}

	void advance(Duration jump) {
		this.ahead.accumulateAndGet(jump, Duration::plus);
	}

}
