package org.parley.platform.messaging.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that runs, and jumps on request. */
class OffsetClock implements InstantSource {

	private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

	@Override
	public Instant instant() {
		return InstantSource.system().instant().plus(this.ahead.get());
	}

	void advance(Duration jump) {
		this.ahead.accumulateAndGet(jump, Duration::plus);
	}

}
