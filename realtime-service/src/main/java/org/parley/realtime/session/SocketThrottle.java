package org.parley.realtime.session;

import java.time.InstantSource;

/** Token bucket with a rate per second and twice that capacity. */
final class SocketThrottle {

	private final int rate;

	private final InstantSource clock;

	private double tokens;

	private long last;

	SocketThrottle(int rate, InstantSource clock) {
		this.rate = rate;
		this.clock = clock;
		this.tokens = 2.0 * rate;
		this.last = clock.millis();
	}

	synchronized boolean tryAcquire() {
		var now = this.clock.millis();
		this.tokens = Math.min(2.0 * this.rate, this.tokens + Math.max(0, now - this.last) * this.rate / 1000.0);
		this.last = now;
		if (this.tokens < 1) {
			return false;
		}
		this.tokens--;
		return true;
	}

}
